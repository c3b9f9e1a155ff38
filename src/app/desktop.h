// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seam: the desktop. Opens the pages that we build ourselves (sign-in, the portal) in the system's browser; nothing that
// came from outside is ever opened. Any thread.

#include "remote/browser.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <atomic>
#include <memory>

namespace app {

// The system's browser by xdg-open(1), unless a command was chosen.
class SystemBrowser final : public remote::BrowserOpener
{
public:
    [[nodiscard]] domain::Result<domain::Done> open(const QUrl &page) override; // https, or http on loopback

    void setCommand(const QString &command); // see remote::CommandBrowser; empty: the system's browser again

private:
    std::atomic<std::shared_ptr<const QString>> m_command;
};

// Walks the demo tenant's sign-in page, which redirects at once, without a browser. Lives in the thread that made it.
class DemoBrowser final : public QObject, public remote::BrowserOpener
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] domain::Result<domain::Done> open(const QUrl &page) override; // loopback only
};

} // namespace app
