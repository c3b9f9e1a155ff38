// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only label we use. It never takes text for markup, knows its tone by name, so that it follows a change of scheme, and
// never widens the window: one line is cut with an ellipsis, several lines break inside a word when they must. What it shows
// can be copied from its menu. GUI thread.

#include "theme.h"

#include "domain/untrusted.h"

#include <QLabel>

namespace widgets {

class Label : public QLabel
{
    Q_OBJECT
    Q_PROPERTY(bool elided READ isElided WRITE setElided)

public:
    explicit Label(QWidget *parent = nullptr);

    void setOutsideText(const domain::Untrusted &text); // one line, made safe
    [[nodiscard]] Tone tone() const { return m_tone; }
    void setTone(Tone tone);
    void setType(Type type);
    // One line that is cut with an ellipsis; the whole text is then in the tool tip.
    [[nodiscard]] bool isElided() const { return m_elided; }
    void setElided(bool elided);

    void setCopyable(bool copyable);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void retone();
    void showCopyMenu(const QPoint &where);
    int layOut(int width, QPainter *painter) const; // paints when there is a painter; the height

    Tone m_tone = Tone::Plain;
    bool m_elided = false;
};

// Text for a place of this width, cut with an ellipsis where needed, in an isolate of its own: what is in it never reorders
// what stands beside it, whichever way the window reads.
[[nodiscard]] QString elided(const QString &text, const QFontMetrics &metrics, int width);
[[nodiscard]] QString isolated(const QString &text);
[[nodiscard]] QString withoutAnyIsolates(QString text); // also from the middle
[[nodiscard]] QString withoutIsolates(const QString &text); // of the whole text, as display() puts them

// "<qt>…</qt>" around escaped text: a tool tip that cannot be taken for markup.
[[nodiscard]] QString safeToolTip(const QString &text);

} // namespace widgets
