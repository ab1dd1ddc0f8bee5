// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/paper.h"

namespace meitrace {

struct PaperColumn {
    QString head {};
    double weight = 1;  ///< share of the width
    Qt::Alignment align = Qt::AlignLeft;
};

/// A text, or a chain of names.
struct PaperCell {
    // NOLINTNEXTLINE(google-explicit-constructor): a row is a list of texts
    PaperCell(QString words = {})
        : text(std::move(words))
    {
    }
    PaperCell(QStringList names, std::vector<bool> standOut)
        : chain(std::move(names))
        , marked(std::move(standOut))
    {
    }

    QString text;
    QStringList chain;
    std::vector<bool> marked;
};

struct PaperRow {
    std::vector<PaperCell> cells;
    bool strong = false;
};

struct PaperTable {
    std::vector<PaperColumn> columns;
    std::vector<PaperRow> rows;
};

/// Puts blocks under each other and begins a new page where one does not fit. A row of a table is never
/// divided, and the head of the table stands on every page it reaches.
class PaperFlow {
public:
    /// Begins a page with a title.
    void section(const QString& title, const QString& definition);
    void gap(double height) { m_y += height; }
    /// A line in bold; a new page where `keep` would not fit below it.
    void heading(const QString& text, double keep = 120);
    void text(const QString& text, PaperFont font = PaperFont::Body, bool quiet = false);
    void block(double height, PaperDraw draw);
    void table(const PaperTable& table);

    [[nodiscard]] double width() const { return paper::body().width(); }
    /// Room left on the page
    [[nodiscard]] double room() const { return paper::body().bottom() - m_y; }
    [[nodiscard]] std::vector<PaperPage> take() { return std::move(m_pages); }

private:
    void newPage();
    void place(double height, PaperDraw draw);

    std::vector<PaperPage> m_pages;
    QString m_title;
    QString m_definition;
    bool m_begun = false;  ///< the section has a page already
    double m_y = 0;
};

}  // namespace meitrace
