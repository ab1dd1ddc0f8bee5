// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportdocument.h"

#include "models/base/platform.h"
#include "ui/charts/chartstyle.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <string_view>
#include <utility>

namespace meitrace {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

constexpr int kPdfDots = 1200;
constexpr double kRule = 0.75;

}  // namespace

ReportDocument::ReportDocument(ReportHead head, std::vector<PaperPage> pages)
    : m_head(std::move(head))
    , m_pages(std::move(pages))
{
}

void ReportDocument::paintFrame(QPainter& painter, int page) const
{
    const Tokens& t = printTokens();
    const QRectF body = paper::body();
    const QFont caption = paperFont(PaperFont::Caption);
    const QRectF head(body.left(), paper::kMargin, body.width(), lineHeight(caption));
    painter.setFont(paperFont(PaperFont::CaptionStrong));
    painter.setPen(t.text);
    const double third = head.width() / 3;
    drawFitted(painter, QRectF(head.left(), head.top(), third, head.height()),
               Qt::AlignLeft | Qt::AlignVCenter, m_head.clinic, paperFont(PaperFont::CaptionStrong));
    painter.setPen(t.text2);
    drawFitted(painter, QRectF(head.left() + third, head.top(), third, head.height()), Qt::AlignCenter,
               m_head.period, caption);
    drawFitted(painter, QRectF(head.right() - third, head.top(), third, head.height()),
               Qt::AlignRight | Qt::AlignVCenter, ReportText::tr("Page %1 of %2").arg(page + 1).arg(pages()),
               caption);
    painter.setPen(QPen(t.strongBorder, kRule));
    painter.drawLine(QPointF(head.left(), head.bottom() + 4), QPointF(head.right(), head.bottom() + 4));

    const QFont small = paperFont(PaperFont::Small);
    const double bottom = paper::kHeight - paper::kMargin;
    const double top = bottom - paper::kFoot + 8;
    painter.drawLine(QPointF(body.left(), top), QPointF(body.right(), top));
    drawWrapped(painter, QRectF(body.left(), top + 3, body.width(), paper::kFoot),
                m_pages[static_cast<std::size_t>(page)].definition, small, t.text2);
    const QRectF foot(body.left(), bottom - lineHeight(small), body.width(), lineHeight(small));
    painter.setPen(t.text2);
    drawFitted(painter, foot, Qt::AlignLeft | Qt::AlignVCenter, m_head.stamp, small);
}

void ReportDocument::paint(QPainter& painter, int page) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintFrame(painter, page);
    for (const PaperItem& item : m_pages[static_cast<std::size_t>(page)].items) {
        painter.save();
        item.draw(painter, item.box);
        painter.restore();
    }
    painter.restore();
}

bool ReportDocument::paintOn(QPagedPaintDevice& device, double dotsPerInch) const
{
    QPainter painter;
    if (!painter.begin(&device)) {
        return false;
    }
    const double scale = dotsPerInch / paper::kPointsPerInch;
    for (int page = 0; page < pages(); ++page) {
        if (page > 0 && !device.newPage()) {
            return false;
        }
        painter.resetTransform();
        painter.scale(scale, scale);
        paint(painter, page);
    }
    return painter.end();
}

QByteArray ReportDocument::pdf() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kPdfDots);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(m_head.title);
    writer.setCreator(QCoreApplication::applicationName());
    return paintOn(writer, kPdfDots) ? buffer.data() : QByteArray();
}

Status ReportDocument::savePdf(const std::string& path) const
{
    if (platform::pathKind(path) == platform::PathKind::Folder) {
        return Error {.code = ErrorCode::FileIsFolder, .subject = path};
    }
    const QByteArray bytes = pdf();
    if (bytes.isEmpty()) {
        return Error {.code = ErrorCode::Internal, .subject = path, .detail = "pdf"};
    }
    return platform::writeWhole(path, bytes.toStdString());
}

}  // namespace meitrace
