// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person asks of the tenant rather than of a page: sync, sign in and out, take back the last decision, see what is
// possible here. GUI thread.

#include "materials.h"
#include "page.h"

namespace widgets {

class TenantCommands : public QObject
{
    Q_OBJECT
public:
    TenantCommands(const Materials &materials, QWidget *window);

    [[nodiscard]] static const CommandSet &commands(); // that carryOut() knows
    [[nodiscard]] CommandSet offers() const;
    void carryOut(Command command);

Q_SIGNALS:
    void told(const widgets::Message &message);
    void diagnosticsRequested();

private:
    void sync(bool full);
    void signIn();
    void signOut();
    void undo();

    Materials m_materials;
    QWidget *m_window;
    bool m_signingIn = false;
};

} // namespace widgets
