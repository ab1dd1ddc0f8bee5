// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What customers say, who calls them afterwards, what the clinic posts, and what it is to reach
#include "models/base/calendar.h"
#include "models/demo/exportfiles.h"
#include "models/demo/model.h"

#include <algorithm>
#include <array>

namespace meitrace::demo {

namespace {

constexpr double kAnswers = 0.22;  // of visits with a questionnaire sent back
constexpr double kAnswersUnhappy = 0.40;
constexpr double kComplains = 0.30;  // of visits that went badly
constexpr double kAsks = 0.02;       // of all others
constexpr double kCallDone = 0.86;
constexpr int kNotesPerMonth = 8;
constexpr double kNoteViews = 3000.0;
constexpr std::int64_t kWan = 10'000;

/// "1.2" and the word for ten thousand from there on, as the platform writes it
std::string manyText(std::int64_t count)
{
    return count < kWan
        ? std::to_string(count)
        : std::to_string(count / kWan) + '.' + std::to_string(count % kWan / 1000) + word("number.wan");
}

std::string tenths(int number)
{
    return std::to_string(number / 10) + '.' + std::to_string(number % 10);
}

Status writeNote(Export& out, Sheet& sheet, Day month, int number)
{
    Draw draw(out.world.options.seed, number, Purpose::Notes);
    const Day day = month + draw.between(0, 27);
    const bool video = draw.chance(0.35);
    const std::int64_t views = rounded(kNoteViews * draw.lognormal(0.0, 1.1));
    const std::int64_t likes = views * draw.between(2, 9) / 100;
    sheet.put("content_id", "n" + padded(number + 1, 6));
    sheet.put("title", wordAt("note.topics", draw.below(1000)));
    sheet.putTime("published_at", at(day, draw.between(9 * 3600, 22 * 3600)));
    sheet.put("content_type", words("note.types")[video ? 1 : 0]);
    sheet.put("impressions", manyText(views * draw.between(3, 7)));
    sheet.put("views", manyText(views));
    sheet.put("likes", likes);
    sheet.put("collects", likes * draw.between(20, 70) / 100);
    sheet.put("comments", likes * draw.between(5, 20) / 100);
    sheet.put("shares", likes * draw.between(2, 15) / 100);
    sheet.put("follows", likes * draw.between(1, 8) / 100);
    const int clicks = draw.between(30, 149);   // per mille of those who saw the cover
    const int watched = draw.between(60, 409);  // tenths of a second
    sheet.put("cover_ctr", tenths(clicks) + '%');
    sheet.put("avg_watch_s", tenths(watched) + word("survey.seconds"));
    return sheet.endRow(static_cast<std::uint64_t>(number));
}

/// A draw of its own for every visit.
Draw drawOf(const Export& out, std::size_t visit)
{
    return {out.world.options.seed, static_cast<std::int64_t>(visit), Purpose::Voice};
}

bool isUnhappy(const Visit& visit)
{
    return visit.satisfaction > 0 && visit.satisfaction <= 3;
}

Status writeSurvey(Export& out, Sheet& sheet, std::size_t number, std::int64_t answer)
{
    const Visit& visit = out.world.visits[number];
    Draw draw = drawOf(out, number);
    draw.unit();  // whether there is an answer
    const int grade = std::clamp(visit.satisfaction, 1, 5);
    sheet.put("answer_no", answer);
    sheet.putSlashTime("submitted_at", visit.arrivedAt + Second {60} * draw.between(180, 2000));
    sheet.put("duration_s", std::to_string(draw.between(30, 200)) + word("survey.seconds"));
    if (draw.chance(0.6)) {
        sheet.put("name", nameText(out.world, visit.person));
    }
    sheet.put("phone", phoneAt(out, visit.person, visit.arrivedAt));
    sheet.put("satisfaction", words("survey.grades")[static_cast<std::size_t>(grade - 1)]);
    sheet.put("score_doctor", std::min(5, grade + draw.between(0, 1)));
    sheet.put("score_env", std::clamp(grade + draw.between(-1, 1), 1, 5));
    sheet.put("nps", std::clamp(2 * grade - draw.between(0, 2), 0, 10));
    if (draw.chance(0.2)) {
        sheet.put("comment", wordAt("survey.comments", draw.below(1000)));
    }
    return sheet.endRow(number);
}

bool answers(const Export& out, std::size_t number)
{
    const Visit& visit = out.world.visits[number];
    Draw draw = drawOf(out, number);
    const Identity& id = out.world.identities[static_cast<std::size_t>(visit.person)];
    const bool bare
        = id.second != 0 && visit.arrivedAt >= id.secondAt && id.secondKind == SecondChart::NameAndBirth;
    return draw.chance(isUnhappy(visit) ? kAnswersUnhappy : kAnswers) && !bare && visit.satisfaction > 0
        && ifTold(visit.arrivedAt + 2 * kDaySeconds) != 0;
}

Status writeFollowup(Export& out, Sheet& sheet, const Delivery& delivery, std::size_t number)
{
    static const std::array<Day, 4> after {0, 3, 7, 14};
    const Person& person = out.world.people[static_cast<std::size_t>(delivery.person)];
    Draw draw(out.world.options.seed, static_cast<std::int64_t>(number), Purpose::Calls);
    const std::size_t type = draw.below(after.size());
    const Day planned = dayOf(delivery.doneAt) + after[type];
    const Day done = planned + (draw.chance(0.7) ? 0 : draw.between(1, 3));
    const bool isDone = draw.chance(kCallDone) && done <= ClinicCalendar::get().asOf();
    sheet.put("followup_no", "HF" + padded(static_cast<std::int64_t>(number) + 1, 8));
    sheet.put("his_no", chartAt(out, delivery.person, delivery.doneAt, true));
    sheet.put("name", nameText(out.world, delivery.person));
    sheet.put("phone", phoneAt(out, delivery.person, delivery.doneAt));
    sheet.put("followup_type", words("followup.types")[type]);
    sheet.putDate("followup_plan_at", planned);
    sheet.putTime("followup_done_at", isDone ? at(done, draw.between(10 * 3600, 18 * 3600)) : 0);
    sheet.put("followup_method", words("followup.methods")[draw.below(3)]);
    if (isDone) {
        const bool reached = draw.chance(0.8);
        sheet.put("followup_result", words("followup.results")[reached ? 0 : 1]);
        if (reached) {
            sheet.put("satisfaction", words("survey.grades")[draw.chance(0.9) ? 4 : 2]);
        }
    }
    sheet.put("staff", staffText("followup.staff", person.store, static_cast<int>(number % 3)));
    return sheet.endRow(number);
}

Status writeServiceRecord(Export& out, Sheet& sheet, std::size_t number, bool complaint)
{
    const Visit& visit = out.world.visits[number];
    const Person& person = out.world.people[static_cast<std::size_t>(visit.person)];
    Draw draw = drawOf(out, number);
    const Second opened = visit.arrivedAt + Second {3600} * draw.between(3, 70);
    sheet.put("record_no", "GD" + padded(static_cast<std::int64_t>(number) + 1, 7));
    sheet.put("name", nameText(out.world, visit.person));
    sheet.put("phone", phoneAt(out, visit.person, visit.arrivedAt));
    sheet.putTime("time", opened);
    sheet.put("record_type", words("service.types")[complaint ? 1 : 0]);
    sheet.put("category", words("service.topics")[complaint ? draw.below(4) : 4 + draw.below(3)]);
    sheet.put("text", wordAt("survey.comments", complaint ? 0 : draw.below(1000)));
    sheet.put("staff", staffText("followup.staff", person.store, draw.between(0, 2)));
    sheet.put("state", words("service.states")[draw.chance(0.92) ? 0 : 1]);
    sheet.putTime("first_reply_at", opened + Second {60} * draw.between(2, 180));
    return sheet.endRow(number);
}

/// Of one month; number: of the first note
Status writeNotesOf(Export& out, Sheet& sheet, Day month, int number)
{
    for (int i = 0; i < kNotesPerMonth; ++i) {
        if (Status status = writeNote(out, sheet, month, number + i); !status) {
            return status;
        }
    }
    return Done {};
}

/// row: number of the first of its rows, moves behind them
Status writeStoreTargets(Export& out, Sheet& sheet, Day month, int store, std::uint64_t& row)
{
    const std::int64_t persons = std::max(300, out.world.options.persons / out.world.options.stores);
    Draw draw(out.world.options.seed, month * 16 + store, Purpose::Notes);
    const std::int64_t perStore = persons * draw.between(80, 120) / 100;
    // Money in ten thousands, arrivals, new customers: in the order of the words.
    const std::array<std::string, 3> values {std::to_string(std::max<std::int64_t>(1, perStore / 100))
                                                 + word("number.wan"),
                                             std::to_string(perStore / 40), std::to_string(perStore / 150)};
    for (std::size_t metric = 0; metric < values.size(); ++metric) {
        std::string text;
        appendDate(text, month);
        sheet.put("month", text.substr(0, 7));
        sheet.put("store", storeText(store));
        sheet.put("metric", words("target.metrics")[metric]);
        sheet.put("value", values[metric]);
        if (Status status = sheet.endRow(row++); !status) {
            return status;
        }
    }
    return Done {};
}

Status writeMonthTargets(Export& out, Sheet& sheet, Day month, std::uint64_t& row)
{
    for (int store = 0; store < out.world.options.stores; ++store) {
        if (Status status = writeStoreTargets(out, sheet, month, store, row); !status) {
            return status;
        }
    }
    return Done {};
}

}  // namespace

Status writeNotes(Export& out)
{
    return writeSheet(out, "notes", [&](Sheet& sheet) -> Status {
        const ClinicCalendar& calendar = ClinicCalendar::get();
        int number = 0;
        for (Day month = calendar.firstDay(); month <= calendar.asOf(); month = addMonths(month, 1)) {
            if (Status status = writeNotesOf(out, sheet, month, number); !status) {
                return status;
            }
            number += kNotesPerMonth;
        }
        return Done {};
    });
}

Status writeSurveys(Export& out)
{
    return writeSheet(out, "surveys", [&](Sheet& sheet) -> Status {
        std::int64_t answer = 0;
        for (std::size_t i = 0; i < out.world.visits.size(); ++i) {
            if (!answers(out, i)) {
                continue;
            }
            if (Status status = writeSurvey(out, sheet, i, ++answer); !status) {
                return status;
            }
        }
        return Done {};
    });
}

Status writeFollowups(Export& out)
{
    return writeSheet(out, "followups", [&](Sheet& sheet) -> Status {
        for (std::size_t i = 0; i < out.world.deliveries.size(); ++i) {
            const Delivery& delivery = out.world.deliveries[i];
            const bool cared = !itemOf(delivery.item).product
                && out.world.people[static_cast<std::size_t>(delivery.person)].role == Role::Customer;
            if (!cared) {
                continue;
            }
            if (Status status = writeFollowup(out, sheet, delivery, i); !status) {
                return status;
            }
        }
        return Done {};
    });
}

Status writeServiceRecords(Export& out)
{
    return writeSheet(out, "service", [&](Sheet& sheet) -> Status {
        for (std::size_t i = 0; i < out.world.visits.size(); ++i) {
            const Visit& visit = out.world.visits[i];
            const bool complaint = isUnhappy(visit);
            Draw draw(out.world.options.seed, static_cast<std::int64_t>(i), Purpose::Service);
            const bool told = draw.chance(complaint ? kComplains : kAsks)
                && dayOf(visit.arrivedAt) + 3 < ClinicCalendar::get().asOf();
            if (!told) {
                continue;
            }
            if (Status status = writeServiceRecord(out, sheet, i, complaint); !status) {
                return status;
            }
        }
        return Done {};
    });
}

Status writeTargets(Export& out)
{
    return writeSheet(out, "targets", [&](Sheet& sheet) -> Status {
        const ClinicCalendar& calendar = ClinicCalendar::get();
        std::uint64_t row = 0;
        for (Day month = calendar.firstDay(); month <= calendar.asOf(); month = addMonths(month, 1)) {
            if (Status status = writeMonthTargets(out, sheet, month, row); !status) {
                return status;
            }
        }
        return Done {};
    });
}

}  // namespace meitrace::demo
