// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "glyphs.h"

#include "models/tones.h"

#include <QPainter>
#include <QPainterPath>

namespace widgets {

namespace {

using domain::DecisionState;
using domain::IncidentStatus;
using domain::Severity;

class Pencil // painter state for one sign: a square of the given extent around the middle of the rectangle
{
public:
    Pencil(QPainter *painter, const QRectF &rect, const QColor &colour)
        : m_painter(painter)
    {
        const qreal extent = qMin(rect.width(), rect.height());
        box = QRectF(0, 0, extent, extent);
        box.moveCenter(rect.center());
        width = qMax(1.2, extent / 9);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        outline(colour);
    }
    ~Pencil() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Pencil)

    void outline(const QColor &colour, Qt::PenStyle style = Qt::SolidLine)
    {
        m_painter->setPen(QPen(colour, width, style, Qt::RoundCap, Qt::RoundJoin));
        m_painter->setBrush(Qt::NoBrush);
    }
    void fill(const QColor &colour)
    {
        m_painter->setPen(QPen(colour, width / 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter->setBrush(colour);
    }
    [[nodiscard]] QPointF at(qreal x, qreal y) const { return {box.left() + x * box.width(), box.top() + y * box.height()}; }
    [[nodiscard]] QRectF disc(qreal share) const
    {
        const qreal inset = box.width() * (1 - share) / 2;
        return box.adjusted(inset, inset, -inset, -inset);
    }
    void lines(const QList<QPointF> &points) { m_painter->drawPolyline(QPolygonF(points)); }
    void tick() { lines({at(0.30, 0.52), at(0.44, 0.66), at(0.70, 0.36)}); }
    void cross() { lines({at(0.35, 0.35), at(0.65, 0.65)}), lines({at(0.65, 0.35), at(0.35, 0.65)}); }

    QRectF box;
    qreal width = 1;

private:
    QPainter *m_painter;
};

} // namespace

QColor severityColour(Severity severity, const Colours &c)
{
    switch (severity) {
    case Severity::High: return c.high;
    case Severity::Medium: return c.medium;
    case Severity::Low: return c.low;
    case Severity::Informational:
    case Severity::Unknown:
    case Severity::Other: break;
    }
    return c.informational;
}

void drawSeverity(QPainter *painter, const QRectF &rect, Severity severity, const Colours &c)
{
    const QColor colour = severityColour(severity, c);
    Pencil pencil(painter, rect, colour);
    switch (severity) {
    case Severity::High:
        pencil.fill(colour);
        painter->drawPolygon(QPolygonF({pencil.at(0.5, 0.08), pencil.at(0.96, 0.88), pencil.at(0.04, 0.88)}));
        break;
    case Severity::Medium:
        pencil.fill(colour);
        painter->drawPolygon(QPolygonF({pencil.at(0.5, 0.06), pencil.at(0.94, 0.5), pencil.at(0.5, 0.94), pencil.at(0.06, 0.5)}));
        break;
    case Severity::Low:
        pencil.fill(colour);
        painter->drawEllipse(pencil.disc(0.68));
        break;
    case Severity::Informational: painter->drawEllipse(pencil.disc(0.66)); break;
    case Severity::Unknown:
    case Severity::Other:
        pencil.outline(colour, Qt::DotLine);
        painter->drawEllipse(pencil.disc(0.66));
        break;
    }
}

QColor statusColour(IncidentStatus status, const Colours &c)
{
    switch (status) {
    case IncidentStatus::Active: return c.accent;
    case IncidentStatus::InProgress: return c.accent;
    case IncidentStatus::AwaitingAction: return c.warning;
    case IncidentStatus::Resolved: return c.good;
    case IncidentStatus::Redirected:
    case IncidentStatus::Other: break;
    }
    return c.muted;
}

void drawStatus(QPainter *painter, const QRectF &rect, IncidentStatus status, const Colours &c)
{
    const QColor colour = statusColour(status, c);
    Pencil pencil(painter, rect, colour);
    switch (status) {
    case IncidentStatus::Active: painter->drawEllipse(pencil.disc(0.74)); break;
    case IncidentStatus::InProgress: {
        painter->drawEllipse(pencil.disc(0.74));
        pencil.fill(colour);
        painter->setPen(Qt::NoPen);
        painter->drawPie(pencil.disc(0.74), 90 * 16, -180 * 16);
        break;
    }
    case IncidentStatus::AwaitingAction:
        painter->drawEllipse(pencil.disc(0.74));
        pencil.lines({pencil.at(0.5, 0.3), pencil.at(0.5, 0.52), pencil.at(0.64, 0.6)});
        break;
    case IncidentStatus::Resolved:
        pencil.fill(colour);
        painter->drawEllipse(pencil.disc(0.78));
        pencil.outline(c.base);
        pencil.tick();
        break;
    case IncidentStatus::Redirected:
        pencil.lines({pencil.at(0.15, 0.5), pencil.at(0.85, 0.5)});
        pencil.lines({pencil.at(0.6, 0.26), pencil.at(0.85, 0.5), pencil.at(0.6, 0.74)});
        break;
    case IncidentStatus::Other:
        pencil.outline(colour, Qt::DotLine);
        painter->drawEllipse(pencil.disc(0.74));
        break;
    }
}

void drawDecisionState(QPainter *painter, const QRectF &rect, DecisionState state, const Colours &c)
{
    const QColor colour = toneColour(models::toneOf(state), c);
    Pencil pencil(painter, rect, colour);
    switch (state) {
    case DecisionState::Held:
        pencil.lines({pencil.at(0.36, 0.25), pencil.at(0.36, 0.75)});
        pencil.lines({pencil.at(0.64, 0.25), pencil.at(0.64, 0.75)});
        break;
    case DecisionState::Queued:
    case DecisionState::Preflight:
        painter->drawEllipse(pencil.disc(0.78));
        pencil.lines({pencil.at(0.5, 0.3), pencil.at(0.5, 0.52), pencil.at(0.64, 0.6)});
        break;
    case DecisionState::Sending:
        pencil.lines({pencil.at(0.5, 0.86), pencil.at(0.5, 0.16)});
        pencil.lines({pencil.at(0.24, 0.42), pencil.at(0.5, 0.16), pencil.at(0.76, 0.42)});
        break;
    case DecisionState::Accepted:
    case DecisionState::Verifying:
        painter->drawEllipse(pencil.disc(0.78));
        pencil.tick();
        break;
    case DecisionState::Verified:
        pencil.fill(colour);
        painter->drawEllipse(pencil.disc(0.8));
        pencil.outline(c.base);
        pencil.tick();
        break;
    case DecisionState::Refused:
        pencil.fill(colour);
        painter->drawEllipse(pencil.disc(0.8));
        pencil.outline(c.base);
        pencil.cross();
        break;
    case DecisionState::Unknown:
    case DecisionState::NeedsPerson:
    case DecisionState::Stale:
        painter->drawPolygon(QPolygonF({pencil.at(0.5, 0.1), pencil.at(0.95, 0.88), pencil.at(0.05, 0.88)}));
        pencil.lines({pencil.at(0.5, 0.4), pencil.at(0.5, 0.6)});
        pencil.lines({pencil.at(0.5, 0.74), pencil.at(0.5, 0.75)});
        break;
    case DecisionState::Cancelled:
    case DecisionState::Expired:
        painter->drawEllipse(pencil.disc(0.78));
        pencil.lines({pencil.at(0.28, 0.72), pencil.at(0.72, 0.28)});
        break;
    }
}

void drawVerdict(QPainter *painter, const QRectF &rect, domain::Verdict verdict, const Colours &c)
{
    const QColor colour = toneColour(models::toneOf(verdict), c);
    Pencil pencil(painter, rect, colour);
    switch (verdict) {
    case domain::Verdict::Malicious:
        pencil.fill(colour);
        painter->drawPolygon(QPolygonF({pencil.at(0.32, 0.08), pencil.at(0.68, 0.08), pencil.at(0.92, 0.32), pencil.at(0.92, 0.68),
                                        pencil.at(0.68, 0.92), pencil.at(0.32, 0.92), pencil.at(0.08, 0.68), pencil.at(0.08, 0.32)}));
        pencil.outline(c.base);
        pencil.cross();
        break;
    case domain::Verdict::Suspicious:
        painter->drawPolygon(QPolygonF({pencil.at(0.5, 0.1), pencil.at(0.95, 0.88), pencil.at(0.05, 0.88)}));
        pencil.lines({pencil.at(0.5, 0.4), pencil.at(0.5, 0.6)});
        pencil.lines({pencil.at(0.5, 0.74), pencil.at(0.5, 0.75)});
        break;
    case domain::Verdict::NoThreatsFound: pencil.tick(); break;
    case domain::Verdict::Unknown:
    case domain::Verdict::Other:
        pencil.outline(colour, Qt::DotLine);
        painter->drawEllipse(pencil.disc(0.66));
        break;
    }
}

void drawSign(QPainter *painter, const QRectF &rect, const QVariant &value, const Colours &c)
{
    const QMetaType type = value.metaType();
    if (type == QMetaType::fromType<Severity>())
        drawSeverity(painter, rect, value.value<Severity>(), c);
    else if (type == QMetaType::fromType<IncidentStatus>())
        drawStatus(painter, rect, value.value<IncidentStatus>(), c);
    else if (type == QMetaType::fromType<domain::Verdict>())
        drawVerdict(painter, rect, value.value<domain::Verdict>(), c);
    else if (type == QMetaType::fromType<DecisionState>())
        drawDecisionState(painter, rect, value.value<DecisionState>(), c);
}

} // namespace widgets
