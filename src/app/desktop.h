// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seam: the desktop. Opens the pages that we build ourselves (sign-in, the portal) in the system's browser; nothing that
// came from outside is ever opened. DemoBrowser walks the demo tenant's sign-in page, which redirects at once, without a
// browser. Main thread; BrowserOpener::open() may be called from the engine thread.

#include "remote/browser.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace app {

class SystemBrowser final : public QObject, public remote::BrowserOpener
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] domain::Result<domain::Done> open(const QUrl &page) override; // https, or http on loopback
};

class DemoBrowser final : public QObject, public remote::BrowserOpener
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] domain::Result<domain::Done> open(const QUrl &page) override; // loopback only
};

} // namespace app
