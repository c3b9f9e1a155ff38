// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only label we use. It never takes text for markup, knows its tone and rank by name, so that it follows a change of
// scheme, and shortens what does not fit instead of widening the window. GUI thread.

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

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void retone();

    Tone m_tone = Tone::Plain;
    bool m_elided = false;
};

// "<qt>…</qt>" around escaped text: a tool tip that cannot be taken for markup.
[[nodiscard]] QString safeToolTip(const QString &text);

} // namespace widgets
