// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A sign and its word: what the cells of a table show, standing alone. GUI thread.

#include "theme.h"

#include <QVariant>
#include <QWidget>

#include <functional>

namespace widgets {

class SignLabel : public QWidget
{
    Q_OBJECT
public:
    using Draw = std::function<void(QPainter *, const QRectF &, const Colours &)>;

    using QWidget::QWidget;

    void tell(const QString &word, Draw draw, Tone tone = Tone::Plain);
    [[nodiscard]] QString text() const { return m_word; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_word;
    Draw m_draw;
    Tone m_tone = Tone::Plain;
};

} // namespace widgets
