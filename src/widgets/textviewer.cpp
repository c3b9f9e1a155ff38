// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textviewer.h"

#include "label.h"
#include "theme.h"

#include "domain/displaytext.h"

#include <QEvent>
#include <QMimeData>
#include <QSyntaxHighlighter>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr qsizetype longestPiece = 1'000;

class Names final : public QSyntaxHighlighter
{
public:
    explicit Names(TextViewer *viewer)
        : QSyntaxHighlighter(viewer->document())
        , m_viewer(viewer)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        QTextCharFormat muted;
        muted.setForeground(colours(m_viewer->palette()).muted);
        setFormat(0, int(text.indexOf(u'\t')), muted);
    }

private:
    TextViewer *m_viewer;
};

// A long line takes Qt seconds to lay out.
QStringList pieces(const QString &value)
{
    const QString whole = withoutIsolates(value);
    if (whole.size() <= longestPiece)
        return {value};
    QStringList all;
    for (qsizetype from = 0; from < whole.size();) {
        qsizetype length = qMin(longestPiece, whole.size() - from);
        if (from + length < whole.size() && whole.at(from + length).isLowSurrogate())
            --length;
        all.append(isolated(whole.mid(from, length)));
        from += length;
    }
    return all;
}

} // namespace

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

void TextViewer::setFields(const QList<QPair<QString, QString>> &fields)
{
    QStringList lines;
    qsizetype length = 0;
    int widest = 0;
    for (const auto &[name, value] : fields) {
        if (length > domain::viewerCap)
            break;
        widest = qMax(widest, fontMetrics().horizontalAdvance(name));
        QString left = name;
        for (const QString &piece : pieces(value)) {
            lines.append(left + u'\t' + piece);
            left.clear();
        }
        length += name.size() + value.size();
    }
    if (!m_names)
        m_names = new Names(this);
    setTabStopDistance(qMin(widest, fontMetrics().averageCharWidth() * 40) + space(Space::Large, this));
    setLines(lines.join(u'\n'));
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

void TextViewer::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_names)
        m_names->rehighlight();
}

QMimeData *TextViewer::createMimeDataFromSelection() const
{
    // The marks around a value keep its direction to itself on the screen; elsewhere they would only be in the way.
    QMimeData *copied = QPlainTextEdit::createMimeDataFromSelection();
    const QString text = withoutAnyIsolates(copied->text());
    copied->clear();
    copied->setText(text);
    return copied;
}

} // namespace widgets
