// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include "style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QToolTip>
#include <QWidget>

#include <cmath>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QColor rgb(QRgb value) { return QColor::fromRgb(value); }

Colours lightColours()
{
    Colours c;
    c.window = rgb(0xf3f4f6);
    c.base = rgb(0xffffff);
    c.raised = rgb(0xf8f9fb);
    c.line = rgb(0xdde1e6);
    c.edge = rgb(0xb9c0c9);
    c.text = rgb(0x1a1f26);
    c.muted = rgb(0x566070);
    c.disabled = rgb(0x9aa2ad);
    c.accent = rgb(0x1d5fa8);
    c.onAccent = rgb(0xffffff);
    c.selection = rgb(0xdce9f7);
    c.onSelection = rgb(0x10263f);
    c.hover = rgb(0xeef2f7);
    c.high = rgb(0xb3202a);
    c.medium = rgb(0x9a4a00);
    c.low = rgb(0x755c00);
    c.informational = rgb(0x566070);
    c.good = rgb(0x1c6b3a);
    c.warning = rgb(0x8a4b00);
    c.bad = rgb(0xb3202a);
    c.goodField = rgb(0xe6f4ea);
    c.warningField = rgb(0xfdf1df);
    c.badField = rgb(0xfce9e9);
    c.noteField = rgb(0xe6effa);
    c.chip = rgb(0xe6e9ee);
    c.onChip = rgb(0x333c48);
    return c;
}

Colours darkColours()
{
    Colours c;
    c.window = rgb(0x15181c);
    c.base = rgb(0x1b1f24);
    c.raised = rgb(0x21262c);
    c.line = rgb(0x30363e);
    c.edge = rgb(0x4a535e);
    c.text = rgb(0xe4e8ed);
    c.muted = rgb(0x9ca7b4);
    c.disabled = rgb(0x69737f);
    c.accent = rgb(0x72b2f5);
    c.onAccent = rgb(0x0c1b2b);
    c.selection = rgb(0x1f3d5c);
    c.onSelection = rgb(0xf0f6fd);
    c.hover = rgb(0x252b32);
    c.high = rgb(0xff8f8a);
    c.medium = rgb(0xffb26b);
    c.low = rgb(0xe3cc70);
    c.informational = rgb(0x9ca7b4);
    c.good = rgb(0x74cf94);
    c.warning = rgb(0xf2b866);
    c.bad = rgb(0xff8f8a);
    c.goodField = rgb(0x1c3325);
    c.warningField = rgb(0x392c17);
    c.badField = rgb(0x3d2122);
    c.noteField = rgb(0x1c2f44);
    c.chip = rgb(0x2f363f);
    c.onChip = rgb(0xd3dae2);
    return c;
}

constexpr auto desktopProperty = "casemateDesktopScheme";

double channel(double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

} // namespace

const Colours &colours(Scheme scheme)
{
    static const Colours light = lightColours();
    static const Colours dark = darkColours();
    return scheme == Scheme::Dark ? dark : light;
}

const Colours &colours(const QPalette &palette) { return colours(schemeOf(palette)); }

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

QPalette schemePalette(Scheme scheme)
{
    const Colours &c = colours(scheme);
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.base);
    p.setColor(QPalette::AlternateBase, c.raised);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Button, c.raised);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.bad);
    p.setColor(QPalette::ToolTipBase, scheme == Scheme::Dark ? rgb(0x2f363f) : rgb(0x2a313a));
    p.setColor(QPalette::ToolTipText, rgb(0xf2f5f8));
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Highlight, c.selection);
    p.setColor(QPalette::HighlightedText, c.onSelection);
    p.setColor(QPalette::Light, scheme == Scheme::Dark ? c.hover : c.base);
    p.setColor(QPalette::Midlight, c.hover);
    p.setColor(QPalette::Mid, c.edge);
    p.setColor(QPalette::Dark, c.line);
    p.setColor(QPalette::Shadow, scheme == Scheme::Dark ? rgb(0x0a0c0e) : rgb(0x8b93a0));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.disabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.hover);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, c.disabled);
    return p;
}

SchemeChoice schemeChoice(const QString &word)
{
    return word == "light"_L1 ? SchemeChoice::Light : word == "dark"_L1 ? SchemeChoice::Dark : SchemeChoice::System;
}

Scheme resolved(SchemeChoice choice, std::optional<Scheme> desktop)
{
    switch (choice) {
    case SchemeChoice::Light: return Scheme::Light;
    case SchemeChoice::Dark: return Scheme::Dark;
    case SchemeChoice::System: break;
    }
    if (desktop)
        return *desktop;
    const QVariant before = qApp ? qApp->property(desktopProperty) : QVariant();
    return before.isValid() ? Scheme(before.toInt()) : schemeOf(QApplication::palette());
}

void applyTheme(QApplication &application, Scheme scheme)
{
    if (!application.property(desktopProperty).isValid()) // ours hides the desktop's palette from here on
        application.setProperty(desktopProperty, int(schemeOf(QApplication::palette())));
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    QApplication::setPalette(schemePalette(scheme));
    QToolTip::setPalette(schemePalette(scheme));
    application.setProperty("casemateScheme", scheme == Scheme::Dark ? u"dark"_s : u"light"_s); // for tests and the tour
}

QFont scaledFont(Type type, const QFont &body)
{
    QFont result = body;
    const auto scale = [&](double factor) {
        if (body.pointSizeF() > 0)
            result.setPointSizeF(body.pointSizeF() * factor);
        else
            result.setPixelSize(qRound(body.pixelSize() * factor));
    };
    switch (type) {
    case Type::Caption: scale(0.9); break;
    case Type::Body: break;
    case Type::Strong: result.setWeight(QFont::DemiBold); break;
    case Type::Title:
        scale(1.2);
        result.setWeight(QFont::DemiBold);
        break;
    case Type::Headline:
        scale(1.5);
        result.setWeight(QFont::DemiBold);
        break;
    case Type::Mono: {
        const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        result.setFamilies(fixed.families());
        result.setStyleHint(QFont::Monospace);
        result.setFixedPitch(true);
        break;
    }
    }
    return result;
}

void setType(QWidget *widget, Type type) { widget->setFont(scaledFont(type, QApplication::font())); }

int space(Space space, const QFontMetrics &metrics)
{
    const int line = metrics.height();
    switch (space) {
    case Space::Hair: return qMax(1, line / 16);
    case Space::Tight: return qMax(2, line / 6);
    case Space::Small: return qMax(3, line / 3);
    case Space::Medium: return qMax(4, line * 5 / 9);
    case Space::Large: return qMax(6, line * 8 / 9);
    case Space::Huge: return qMax(10, line * 16 / 9);
    }
    return line;
}

int space(Space space, const QWidget *widget) { return widgets::space(space, widget->fontMetrics()); }

int cellPadding(const QFontMetrics &metrics) { return (space(Space::Small, metrics) + space(Space::Medium, metrics)) / 2; }

int iconExtent(const QFontMetrics &metrics)
{
    // Even, so that one-pixel strokes of the drawings stay on the grid.
    return qMax(12, (metrics.ascent() + metrics.descent()) * 9 / 10 / 2 * 2);
}

qreal hairline(const QWidget *widget)
{
    const qreal ratio = widget ? widget->devicePixelRatioF() : 1.0;
    return qMax(1.0, std::floor(ratio)) / ratio;
}

QColor toneColour(Tone tone, const Colours &c)
{
    switch (tone) {
    case Tone::Plain: return c.text;
    case Tone::Muted: return c.muted;
    case Tone::Accent: return c.accent;
    case Tone::Good: return c.good;
    case Tone::Warning: return c.warning;
    case Tone::Bad: return c.bad;
    }
    return c.text;
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (qMax(one, other) + 0.05) / (qMin(one, other) + 0.05);
}

} // namespace widgets
