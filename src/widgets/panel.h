// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small form at the lower edge of a page instead of a dialog: the rows stay in view while a person types. Escape closes
// it and the focus goes back to where it was. One panel of a page is open at a time; the PanelHost sees to that. GUI thread.

#include <QPointer>
#include <QWidget>

#include <chrono>

namespace widgets {

// A button that confirms something needs so long in view: a press that was meant for something else has come and gone.
inline constexpr std::chrono::milliseconds armTime {500};

class Panel : public QWidget
{
    Q_OBJECT
public:
    explicit Panel(QWidget *parent = nullptr);

    virtual void focusFirst() = 0; // where typing should begin
    void setEmbedded(bool embedded); // part of a page rather than laid over it: no edge of its own

Q_SIGNALS:
    void dismissed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_embedded = false;
};

class PanelHost : public QWidget
{
    Q_OBJECT
public:
    explicit PanelHost(QWidget *parent = nullptr);

    void open(Panel *panel); // takes the panel into the layout at its first opening
    void close();
    [[nodiscard]] Panel *current() const { return m_current; }

Q_SIGNALS:
    void openChanged();

private:
    QPointer<Panel> m_current;
    QPointer<QWidget> m_focusBefore;
};

} // namespace widgets
