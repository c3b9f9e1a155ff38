// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Colours, type scale and spacing scale: the one place that knows them. Everything else asks by meaning ("muted text",
// "small gap"), so light, dark and 200 % come out of one drawing. Qt 6.4 has no colour scheme of its own, hence ours.
// A widget finds its scheme by its palette; nothing here is kept. GUI thread.

#include "models/itemroles.h"

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QPalette>

#include <optional>

class QApplication;
class QWidget;

namespace widgets {

enum class Scheme { Light, Dark };
enum class SchemeChoice { System, Light, Dark };

struct Colours {
    QColor window; // behind everything
    QColor base; // tables, fields
    QColor raised; // bars, panels, headers
    QColor line; // hairlines between areas
    QColor edge; // of controls
    QColor text;
    QColor muted; // second-rank text; still readable
    QColor disabled;
    QColor accent;
    QColor onAccent;
    QColor selection;
    QColor onSelection;
    QColor hover;
    QColor high; // severities
    QColor medium;
    QColor low;
    QColor informational;
    QColor good; // proved, remediated
    QColor warning; // waits, old, soon due
    QColor bad; // refused, failed, malicious
    QColor goodField; // backgrounds for the three, and for notes
    QColor warningField;
    QColor badField;
    QColor noteField;
    QColor chip;
    QColor onChip;
};

[[nodiscard]] const Colours &colours(Scheme scheme);
[[nodiscard]] const Colours &colours(const QPalette &palette);
[[nodiscard]] Scheme schemeOf(const QPalette &palette);
[[nodiscard]] QPalette schemePalette(Scheme scheme);

// System: what the desktop has told, else what the palette shows that the application had before it got ours.
[[nodiscard]] Scheme resolved(SchemeChoice choice, std::optional<Scheme> desktop);
[[nodiscard]] SchemeChoice schemeChoice(const QString &word); // "light", "dark"; anything else: as the desktop
// Style, palette and tool tips of the whole application.
void applyTheme(QApplication &application, Scheme scheme);

// Type scale, relative to the font that the desktop chose.
enum class Type { Caption, Body, Strong, Title, Headline, Mono };
[[nodiscard]] QFont scaledFont(Type type, const QFont &body);
void setType(QWidget *widget, Type type);

// Spacing scale, in parts of the line height.
enum class Space { Hair, Tight, Small, Medium, Large, Huge };
[[nodiscard]] int space(Space space, const QFontMetrics &metrics);
[[nodiscard]] int space(Space space, const QWidget *widget);
[[nodiscard]] int cellPadding(const QFontMetrics &metrics); // left and right of a cell and of its header
[[nodiscard]] int iconExtent(const QFontMetrics &metrics);

// A pen that stays one device pixel or more at every scale.
[[nodiscard]] qreal hairline(const QWidget *widget);

using models::Tone;
[[nodiscard]] QColor toneColour(Tone tone, const Colours &colours);

// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace widgets
