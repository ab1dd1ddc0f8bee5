// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/demo.h"
#include "tests/support/democopy.h"
#include "tests/ui/support/settling.h"
#include "ui/pages/datapage.h"
#include "ui/widgets/datatable.h"

#include <QPushButton>

#include <memory>
#include <string>

namespace meitrace::test {

/// The page of data on a workspace: the demo clinic, a copy of it that may be changed, or another one.
class DemoDataPage {
public:
    /// Once for all tests of a class.
    Status makeClinic() { return copyDemoClinic(clinic(), m_scratch.path("files")); }

    [[nodiscard]] const Scratch& scratch() const { return m_scratch; }
    [[nodiscard]] std::string clinic() const { return m_scratch.path("clinic.meitrace"); }

    /// A copy of the clinic, as a backup makes it.
    Result<std::string> copy()
    {
        std::string path = m_scratch.path("copy" + std::to_string(++m_copies) + ".meitrace");
        Job job;
        Result<Clinic> original = Clinic::forReading(clinic(), job);
        const Status status = original ? original->workspace().backup(path, job) : Status(original.error());
        return status ? Result<std::string>(std::move(path)) : Result<std::string>(status.error());
    }

    /// Opens a workspace; nobody sees the page yet.
    bool open(const std::string& workspace)
    {
        m_session = std::make_unique<Session>();
        m_page = std::make_unique<DataPage>(*m_session);
        m_session->open(QString::fromStdString(workspace));
        settle(*m_session);
        m_page->resize(1280, 720);
        return m_session->isOpen();
    }
    /// Opens a copy of the clinic at one of the parts of the page.
    Status openCopy(const char* part)
    {
        const Result<std::string> copied = copy();
        if (!copied) {
            return copied.error();
        }
        if (!open(*copied)) {
            return Error {.code = ErrorCode::FileMissing, .subject = *copied};
        }
        show(part);
        return Done {};
    }
    /// Shows one of its parts.
    void show(const char* part)
    {
        m_page->show();
        m_page->goToPart(QLatin1String(part));
        settle(*m_session);
    }
    void close()
    {
        m_page.reset();
        m_session.reset();
    }

    Session& session() { return *m_session; }
    DataPage& page() { return *m_page; }
    DataTable* table(const char* name) { return m_page->findChild<DataTable*>(QLatin1String(name)); }
    QPushButton* button(const char* name) { return m_page->findChild<QPushButton*>(QLatin1String(name)); }
    void settlePage() { settle(*m_session); }

private:
    Scratch m_scratch;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DataPage> m_page;
    int m_copies = 0;
};

inline QString cellText(const DataTable& table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

}  // namespace meitrace::test
