// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/dictionaryview.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace meitrace {

namespace {

struct DictionaryText {
    Q_DECLARE_TR_FUNCTIONS(DictionaryText)
};

constexpr std::size_t kShownHeaders = 4;

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

QString holdsText(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return DictionaryText::tr("free text");
    case FieldType::Label:
        return DictionaryText::tr("name of a thing");
    case FieldType::Name:
        return DictionaryText::tr("person's name");
    case FieldType::Phone:
        return DictionaryText::tr("phone number");
    case FieldType::Email:
        return DictionaryText::tr("e-mail address");
    case FieldType::Key:
        return DictionaryText::tr("number or id");
    case FieldType::Channel:
        return DictionaryText::tr("channel");
    case FieldType::EventName:
        return DictionaryText::tr("what happened");
    case FieldType::Time:
        return DictionaryText::tr("day and time");
    case FieldType::Date:
        return DictionaryText::tr("day");
    case FieldType::Money:
        return DictionaryText::tr("amount of money");
    case FieldType::Quantity:
        return DictionaryText::tr("quantity");
    case FieldType::Count:
        return DictionaryText::tr("whole number");
    case FieldType::Bool:
        return DictionaryText::tr("yes or no");
    case FieldType::Figure:
        return DictionaryText::tr("score or target");
    case FieldType::Ratio:
        return DictionaryText::tr("share in per cent");
    case FieldType::Duration:
        return DictionaryText::tr("span of time");
    case FieldType::Gender:
    case FieldType::BookingStatus:
    case FieldType::VisitType:
    case FieldType::BillKind:
    case FieldType::ConsentScope:
    case FieldType::ConsentChannel:
    case FieldType::ConsentState:
    case FieldType::VoucherStatus:
    case FieldType::Direction:
    case FieldType::ServiceKind:
        break;
    }
    return DictionaryText::tr("one of some words");
}

QString useText(FieldUse use)
{
    switch (use) {
    case FieldUse::Stored:
        return DictionaryText::tr("kept with the row");
    case FieldUse::Person:
        return DictionaryText::tr("who it is");
    case FieldUse::Evidence:
        return DictionaryText::tr("hint of who it is");
    case FieldUse::Attribute:
        return DictionaryText::tr("about the customer");
    case FieldUse::Helper:
        return DictionaryText::tr("helps reading");
    }
    return {};
}

bool contains(const DictionaryField& field, const QString& text)
{
    const auto has
        = [&text](std::string_view name) { return fromUtf8(name).contains(text, Qt::CaseInsensitive); };
    return text.isEmpty() || has(field.chinese) || has(field.english) || has(field.field->name)
        || std::any_of(field.headers.begin(), field.headers.end(), has);
}

}  // namespace

DictionaryTable::DictionaryTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void DictionaryTable::setFilter(int kind, const QString& text)
{
    beginResetModel();
    if (m_fields.empty()) {
        m_fields = dataDictionary();
    }
    m_shown.clear();
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if ((kind == 0 || m_fields[i].kind->id == kind) && contains(m_fields[i], text.trimmed())) {
            m_shown.push_back(i);
        }
    }
    endResetModel();
}

const DictionaryField& DictionaryTable::at(int row) const
{
    return m_fields[m_shown[static_cast<std::size_t>(row)]];
}

int DictionaryTable::count() const
{
    return static_cast<int>(m_shown.size());
}

QString DictionaryTable::title(int column) const
{
    return QStringList {tr("Source"), tr("Field"),  tr("In Chinese"),     tr("Holds"),
                        tr("Use"),    tr("Needed"), tr("Names in files"), tr("Code")}
        .value(column);
}

QString DictionaryTable::text(int row, int column) const
{
    const DictionaryField& field = at(row);
    switch (column) {
    case Source:
        return capitalised(kindName(field.kind->code));
    case Field:
        return capitalised(fromUtf8(isChinese() ? field.chinese : field.english));
    case OtherName:
        return capitalised(fromUtf8(isChinese() ? field.english : field.chinese));
    case Holds:
        return holdsText(field.field->type);
    case Use:
        return useText(field.field->use);
    case Need:
        return field.need == FieldNeed::Always ? tr("always")
            : field.need == FieldNeed::OneOf   ? tr("one of these")
                                               : QStringLiteral("—");
    case Headers: {
        QStringList headers;
        for (std::size_t i = 0; i < std::min(kShownHeaders, field.headers.size()); ++i) {
            headers << fromUtf8(field.headers[i]);
        }
        const QString listed = headers.join(tr(", ", "between headers"));
        return field.headers.size() > kShownHeaders ? tr("%1 …", "a list goes on").arg(listed) : listed;
    }
    case Code:
        return fromUtf8(field.field->name);
    default:
        return {};
    }
}

QVariant DictionaryTable::mark(int row, int column, int role) const
{
    if (role != Qt::ToolTipRole || column != Headers) {
        return {};
    }
    QStringList headers;
    for (const std::string& header : at(row).headers) {
        headers << fromUtf8(header);
    }
    return headers.join(tr(", ", "between headers"));
}

}  // namespace meitrace
