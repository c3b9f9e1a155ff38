// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QStringList>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

bool followsReading(const QString &name)
{
    static const QStringList names = {u"back"_s, u"forward"_s, u"undo"_s, u"open"_s, u"send"_s, u"signin"_s, u"assign"_s, u"queue"_s};
    return names.contains(name);
}

class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, drawn(qMin(rect.width(), rect.height()), ratio, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        return drawn(qMin(size.width(), size.height()), 1.0, mode);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        Q_UNUSED(state)
        // size is in device pixels here
        return drawn(qRound(qMin(size.width(), size.height()) / scale), scale, mode);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedEngine(*this); }
    QString key() const override { return u"casemate"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QPixmap drawn(int extent, qreal ratio, QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        const Colours &c = colours(palette);
        const bool mirrored = QGuiApplication::isRightToLeft() && followsReading(m_name);
        return iconPixmap(m_name, extent, ratio, mode == QIcon::Disabled ? c.disabled : toneColour(m_tone, c), mirrored);
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon icon(const QString &name, Tone tone) { return QIcon(new TintedEngine(name, tone)); }

QPixmap iconPixmap(const QString &name, int extent, qreal ratio, const QColor &colour, bool mirrored)
{
    const QString key = u"casemate:%1:%2:%3:%4:%5"_s.arg(name, QString::number(extent), QString::number(ratio),
                                                         QString::number(colour.rgba(), 16), QString::number(mirrored));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QImage image(QSize(extent, extent) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(u":/casemate/icons/%1.svg"_s.arg(name));
    {
        QPainter painter(&image);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), colour);
    }
    if (mirrored)
        image = image.mirrored(true, false);
    image.setDevicePixelRatio(ratio);
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace widgets
