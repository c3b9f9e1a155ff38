// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Several lines to read and to copy from: plain text, wrapped anywhere, or names and values in two columns. A text that is
// the same keeps its place. GUI thread.

#include <QPair>
#include <QPlainTextEdit>

class QSyntaxHighlighter;

namespace widgets {

class TextViewer : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextViewer(QWidget *parent = nullptr);

    void setLines(const QString &text); // safe text
    void setFields(const QList<QPair<QString, QString>> &fields); // safe text in single lines
    void setMostLines(int lines); // as high as its lines, and no higher than so many; more are scrolled to

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void fit();

    QSyntaxHighlighter *m_names = nullptr; // mutes the names of fields
    int m_mostLines = 0;
};

} // namespace widgets
