// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textviewer.h"

#include "theme.h"

namespace widgets {

TextViewer::TextViewer(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(space(Space::Medium, this));
}

void TextViewer::setLines(const QString &text)
{
    if (toPlainText() == text)
        return;
    setPlainText(text);
    fit();
}

void TextViewer::setMostLines(int lines)
{
    m_mostLines = lines;
    setFrameShape(StyledPanel);
    document()->setDocumentMargin(space(Space::Tight, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fit();
}

void TextViewer::fit()
{
    if (m_mostLines == 0)
        return;
    // The height of a plain text document is counted in lines, wrapped ones too. A scroll bar that comes and goes would
    // change the width, and with it the lines.
    const int lines = int(document()->size().height());
    setVerticalScrollBarPolicy(lines > m_mostLines ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    const int around = frameWidth() * 2 + int(document()->documentMargin()) * 2 + 2;
    setFixedHeight(fontMetrics().lineSpacing() * qBound(1, lines, m_mostLines) + around);
}

void TextViewer::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) // the text is laid out anew after this
        QMetaObject::invokeMethod(this, &TextViewer::fit, Qt::QueuedConnection);
}

} // namespace widgets
