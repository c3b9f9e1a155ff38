// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A page of the window. It says which commands it offers right now and carries them out; it speaks upward by these few
// signals and never reaches into its parent. GUI thread.

#include "commands.h"

#include "domain/ids.h"

#include <QWidget>

#include <optional>

namespace widgets {

// For the message bar: one sentence, and at most one command that answers it.
struct Message {
    enum class Kind { Note, Done, Warning, Error };
    Kind kind = Kind::Note;
    QString text {}; // safe already: ours, or passed through display()
    std::optional<Command> offer {};

    friend bool operator==(const Message &, const Message &) = default;
};

class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual CommandSet offers() const = 0;
    virtual void carryOut(Command command) = 0; // one of offers()
    virtual void enter() = 0; // came to the front: the focus goes where the keys work
    // Columns and splitters, for the settings; a state that cannot be read changes nothing.
    [[nodiscard]] virtual QByteArray layoutState() const = 0;
    virtual void restoreLayout(const QByteArray &state) = 0;
    // Where the person is on this page (filter, row, open form and what is typed into it), for a window that is made anew
    // over the same models.
    [[nodiscard]] virtual QByteArray place() const { return {}; }
    virtual void restorePlace(const QByteArray &) { }

protected:
    // The keys go to nobody in particular: to the page, or to what stands where rows would be. When rows come, they get them.
    [[nodiscard]] bool isWaitingForRows(const QWidget *emptyPage) const
    {
        const QWidget *focus = window()->focusWidget();
        return focus == this || (focus && emptyPage->isAncestorOf(focus));
    }

Q_SIGNALS:
    void offersChanged();
    void told(const widgets::Message &message);
    void incidentRequested(const domain::IncidentId &incident);
    void portalRequested(const domain::IncidentId &incident);
    void caseRequested(const domain::IncidentId &incident); // in a file
};

} // namespace widgets

Q_DECLARE_METATYPE(widgets::Message)
