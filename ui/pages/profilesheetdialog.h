// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/profilesheet.h"

#include <QDialog>

#include <memory>

class QCheckBox;

namespace meitrace {

class NoticeBar;
class PaperView;
struct PaperSent;

/// One customer as a page: looked at, printed or saved as PDF; her name only where it is asked for.
class ProfileSheetDialog final : public QDialog {
    Q_OBJECT

public:
    ProfileSheetDialog(std::shared_ptr<const Profile> profile, std::shared_ptr<const CustomerFile> file,
                       SnapshotPtr snapshot, QString clinic, QWidget* parent = nullptr);

    [[nodiscard]] const ReportDocument* document() const { return m_document.get(); }
    void saveTo(const QString& path);

private:
    void build();
    void make();
    void say(const PaperSent& sent);

    std::shared_ptr<const Profile> m_profile;
    std::shared_ptr<const CustomerFile> m_file;
    SnapshotPtr m_snapshot;
    QString m_clinic;
    std::shared_ptr<const ReportDocument> m_document;
    NoticeBar* m_notice;
    PaperView* m_view;
    QCheckBox* m_named;
};

}  // namespace meitrace
