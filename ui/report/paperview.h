// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/reportdocument.h"

#include <QAbstractButton>
#include <QPixmap>
#include <QWidget>

#include <memory>

class QScrollArea;
class QVBoxLayout;

namespace meitrace {

/// One page as it will be printed: light in any theme. As a thumbnail it is a button.
class PaperSheet final : public QAbstractButton {
    Q_OBJECT

public:
    PaperSheet(std::shared_ptr<const ReportDocument> document, int page, bool thumbnail,
               QWidget* parent = nullptr);

    void setPaperWidth(int pixels);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::shared_ptr<const ReportDocument> m_document;
    int m_page;
    QPixmap m_picture;  ///< of the present width, made when first seen
};

/// The pages of a report under each other, small ones at the left to jump to.
///     view->setDocument(std::make_shared<const ReportDocument>(journeyReport(…)));
class PaperView final : public QWidget {
    Q_OBJECT

public:
    explicit PaperView(QWidget* parent = nullptr);

    /// nullptr: nothing to show
    void setDocument(std::shared_ptr<const ReportDocument> document);
    [[nodiscard]] int pages() const { return static_cast<int>(m_sheets.size()); }
    /// Number of the page most in sight, 0-based
    [[nodiscard]] int currentPage() const { return m_current; }
    void showPage(int page);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QScrollArea* makeColumn(QVBoxLayout*& column, const QString& name);
    void fitSheets();
    void markCurrent();
    void nameColumns();

    std::shared_ptr<const ReportDocument> m_document;
    QVBoxLayout* m_smallColumn = nullptr;
    QVBoxLayout* m_largeColumn = nullptr;
    QScrollArea* m_small;
    QScrollArea* m_large;
    std::vector<PaperSheet*> m_thumbnails;
    std::vector<PaperSheet*> m_sheets;
    int m_current = 0;
};

}  // namespace meitrace
