// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/profile.h"
#include "ui/charts/timeline.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/readonlytable.h"

namespace meitrace {

/// A line of what is known of a customer.
struct ProfileFact {
    QString name;
    QString value;
    QString hidden;  ///< the value in full, where only a part is shown; empty = nothing is hidden
    Tone tone = Tone::Neutral;
    QString masked {};  ///< of a name or number: as it stands in pictures for others; empty = as it is
};

/// Name, numbers and ids. Numbers and ids are shown in part; what stands in `hidden` is shown on a click.
QVector<ProfileFact> profileKeys(const Profile& profile);
/// Attributes, visits and money
QVector<ProfileFact> profileTraits(const Profile& profile);
/// The latest word of every purpose and channel
QVector<ProfileFact> profileConsents(const Profile& profile, const SnapshotFrame& frame);
/// One lane per channel, the clinic's own below
TimelineData profileTimeline(const Profile& profile, const SnapshotFrame& frame);
/// Name to greet the profile with; the code where there is none
QString profileTitle(const Profile& profile);
/// The same as it stands in pictures for others
QString maskedProfileTitle(const Profile& profile);

/// The contacts of one customer, the newest first.
class ContactTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { When, What, Channel, Amount, kColumns };

    explicit ContactTable(QObject* parent = nullptr);

    void setProfile(std::shared_ptr<const Profile> profile, const Zone& zone);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;

private:
    std::shared_ptr<const Profile> m_profile;
    Zone m_zone = Zone::utc();
};

}  // namespace meitrace
