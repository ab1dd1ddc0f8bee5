// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/consententry.h"

#include "analytics/workbench/erasing.h"
#include "models/base/badoption.h"
#include "models/base/temporaryfolder.h"
#include "models/pipeline/erasure.h"
#include "models/publish/csvwriter.h"
#include "models/store/identities.h"

#include <array>
#include <optional>
#include <utility>

namespace meitrace {

namespace {

/// Ids a row of consents may carry, the strongest first.
constexpr std::array<std::pair<KeyType, const char*>, 4> kIds {{{KeyType::HisNo, "his_no"},
                                                                {KeyType::ExternalUserId, "external_userid"},
                                                                {KeyType::Phone, "phone"},
                                                                {KeyType::Email, "email"}}};

/// How a row says who it is about.
struct RowOwner {
    const char* field = "";
    std::string value;
    std::string name;   ///< of a number or an address, which several may share
    std::string scope;  ///< system the id belongs to
};

std::string nameAmong(const std::vector<Identities::Key>& keys, std::uint32_t ident)
{
    for (const Identities::Key& key : keys) {
        if (key.type == KeyType::Name && key.ident == ident) {
            return key.value;
        }
    }
    return {};
}

Result<RowOwner> ownerOf(Workspace& workspace, const std::string& code)
{
    const auto idents = handlesOf(workspace, customerNumber(code));
    if (!idents) {
        return Error {.code = ErrorCode::NotFound, .subject = "customer", .value = code};
    }
    const auto keys = Identities(workspace.database()).keysOf(*idents);
    if (!keys) {
        return keys.error();
    }
    for (const auto& [type, field] : kIds) {
        for (const Identities::Key& key : *keys) {
            if (key.type != type) {
                continue;
            }
            const bool shared = type == KeyType::Phone || type == KeyType::Email;
            RowOwner owner {.field = field,
                            .value = key.value,
                            .name = shared ? nameAmong(*keys, key.ident) : std::string(),
                            .scope = {}};
            const std::size_t colon = type == KeyType::HisNo ? key.value.find(':') : std::string::npos;
            if (colon != std::string::npos) {
                owner.scope = key.value.substr(0, colon);
                owner.value = key.value.substr(colon + 1);
            }
            return owner;
        }
    }
    return badOption("consent", code);
}

Status writeRow(const std::string& path, const RowOwner& owner, const ConsentEntry& entry, const Zone& zone)
{
    Result<CsvWriter> writer = CsvWriter::create(path, {.guardFormulas = false});
    if (!writer) {
        return writer.error();
    }
    const Millis entered = platform::now();
    const std::string expires = entry.expires == kMissingDay ? std::string() : isoDate(entry.expires);
    // The moment it was typed in tells two entries apart that say the same.
    Status status = writer->row({owner.field, "name", "consent_scope", "channel", "consent_status",
                                 "consent_time", "expire_time", "evidence", "entered_at"});
    status = status ? writer->row({owner.value, owner.name,
                                   std::string(kConsentScopeCodes[static_cast<std::size_t>(entry.scope)]),
                                   std::string(kConsentChannelCodes[static_cast<std::size_t>(entry.channel)]),
                                   std::string(kConsentStateCodes[static_cast<std::size_t>(entry.state)]),
                                   zone.isoTime(entry.at == kMissing ? entered : entry.at), expires,
                                   entry.evidence, zone.isoTime(entered) + " " + std::to_string(entered)})
                    : status;
    return status ? writer->commit() : status;
}

Mapping mappingFor(const RowOwner& owner)
{
    Mapping mapping;
    mapping.kind = kindByCode("consent");
    mapping.scope = owner.scope;
    mapping.encoding = "utf-8-sig";
    mapping.delimiter = ',';
    for (const char* field : {owner.field, "name", "consent_scope", "channel", "consent_status",
                              "consent_time", "expire_time", "evidence"}) {
        mapping.columns.push_back({fieldIndex(*mapping.kind, field), field, 1.0, "mapping"});
    }
    return mapping;
}

}  // namespace

Result<ImportReport> enterConsent(Workspace& workspace, const std::string& code, const ConsentEntry& entry,
                                  Job& job)
{
    const Result<RowOwner> owner = ownerOf(workspace, code);
    if (!owner) {
        return owner.error();
    }
    const Result<TemporaryFolder> folder = TemporaryFolder::make();
    if (!folder) {
        return folder.error();
    }
    const std::string path = folder->path("consent-" + code + ".csv");
    if (Status status = writeRow(path, *owner, entry, workspace.zone()); !status) {
        return status.error();
    }
    ImportRequest request;
    request.files = {path};
    request.given = {ImportRequest::Given {.mapping = mappingFor(*owner), .presetName = {}}};
    Result<ImportReport> report = importFiles(workspace, request, job);
    if (report && report->failure) {
        return *report->failure;
    }
    return report;
}

}  // namespace meitrace
