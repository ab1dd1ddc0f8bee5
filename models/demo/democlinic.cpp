// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/democlinic.h"

#include "models/base/platform.h"
#include "models/demo/exportfiles.h"
#include "models/resources/resource.h"

#include <array>
#include <filesystem>

namespace meitrace {

namespace {

using demo::Export;

constexpr int kFewestPersons = 200;
constexpr int kMostPersons = 1'000'000;
constexpr int kMostStores = 12;

Status makeFolder(const std::string& folder)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (platform::pathKind(folder) != platform::PathKind::Folder) {
        return Error {.code = ErrorCode::FileUnwritable, .subject = folder, .detail = problem.message()};
    }
    return Done {};
}

Status writeReadme(Export& out)
{
    std::string text(resource("demo/readme.txt"));
    const std::array<std::pair<std::string_view, std::string>, 2> values {{
        {"{persons}", std::to_string(out.world.options.persons)},
        {"{seed}", std::to_string(out.world.options.seed)},
    }};
    for (const auto& [mark, value] : values) {
        if (const std::size_t found = text.find(mark); found != std::string::npos) {
            text.replace(found, mark.size(), value);
        }
    }
    const std::string path = out.folder + "/README_demo.txt";
    Status status = platform::writeWhole(path, text);
    if (status) {
        out.files.exports.push_back({path, {}, 0});
    }
    return status;
}

}  // namespace

Result<DemoOptions> DemoOptions::ofSize(std::string_view size, std::uint64_t seed)
{
    if (size == "S") {
        return DemoOptions {.persons = 2'000, .stores = 1, .seed = seed};
    }
    if (size == "M") {
        return DemoOptions {.persons = 50'000, .stores = 3, .seed = seed};
    }
    if (size == "L") {
        return DemoOptions {.persons = kMostPersons, .stores = kMostStores, .seed = seed};
    }
    return Error {.code = ErrorCode::BadOption, .subject = "size", .value = std::string(size.substr(0, 40))};
}

Result<DemoFiles> writeDemoClinic(const std::string& folder, const DemoOptions& options, Job& job)
{
    if (options.persons < kFewestPersons || options.persons > kMostPersons) {
        return Error {
            .code = ErrorCode::BadOption, .subject = "persons", .value = std::to_string(options.persons)};
    }
    if (options.stores < 1 || options.stores > kMostStores) {
        return Error {
            .code = ErrorCode::BadOption, .subject = "stores", .value = std::to_string(options.stores)};
    }
    if (Status status = makeFolder(folder + "/truth"); !status) {
        return status.error();
    }
    Result<demo::World> world = demo::makeWorld(options, job);
    if (!world) {
        return world.error();
    }
    job.progress(0.1);
    Export out {.folder = folder, .world = *world};
    using Writer = Status (*)(Export&);
    constexpr std::array<Writer, 21> kWriters {
        demo::writeCustomers,  demo::writeLeads,      demo::writeBookings,       demo::writeVisits,
        demo::writeBills,      demo::writeDeliveries, demo::writeBalances,       demo::writeVouchers,
        demo::writeShopOrders, demo::writeContacts,   demo::writeConsents,       demo::writeTouches,
        demo::writeMembers,    demo::writeSpend,      demo::writeAdLeads,        demo::writeNotes,
        demo::writeSurveys,    demo::writeFollowups,  demo::writeServiceRecords, demo::writeTargets,
        demo::writeItems};
    for (const Writer writer : kWriters) {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        if (Status status = writer(out); !status) {
            return status.error();
        }
    }
    job.progress(0.3);
    Status status = demo::writeWeb(out, job);
    status = status ? demo::writeTruth(out) : status;
    status = status ? writeReadme(out) : status;
    if (!status) {
        return status.error();
    }
    job.progress(1.0);
    return std::move(out.files);
}

}  // namespace meitrace
