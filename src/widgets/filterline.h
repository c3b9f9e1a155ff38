// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The line in which a person filters, and below it what is wrong with the text and where. Enter or Down goes on to the
// rows, Escape clears. It knows nothing of the grammar; the page gives it the fault. GUI thread.

#include <QWidget>

#include <optional>

class QLineEdit;

namespace widgets {

class Label;

class FilterLine : public QWidget
{
    Q_OBJECT
public:
    explicit FilterLine(QWidget *parent = nullptr);

    struct Fault {
        qsizetype position = 0;
        qsizetype length = 0;
        QString sentence;
    };

    void setPlaceholder(const QString &text);
    void setText(const QString &text); // as if typed
    [[nodiscard]] QString text() const;
    void setFault(const std::optional<Fault> &fault);
    [[nodiscard]] bool hasFault() const { return m_fault.has_value(); }
    void focusText();
    [[nodiscard]] bool holdsFocus() const;

Q_SIGNALS:
    void changed(const QString &text);
    void left(); // on to the rows

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRoom();

    QLineEdit *m_edit;
    Label *m_sentence;
    std::optional<Fault> m_fault;
};

} // namespace widgets
