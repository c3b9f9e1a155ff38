// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Several lines to read and to copy from: plain text, wrapped anywhere. A text that is the same keeps its place. GUI thread.

#include <QPlainTextEdit>

namespace widgets {

class TextViewer : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextViewer(QWidget *parent = nullptr);

    void setLines(const QString &text); // safe text
    void setMostLines(int lines); // as high as its lines, and no higher than so many; more are scrolled to

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    int m_mostLines = 0;
};

} // namespace widgets
