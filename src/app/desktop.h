// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seam: the desktop. Opens the pages that we build ourselves (sign-in, the portal) in the system's browser; nothing that
// came from outside is ever opened. Any thread.

#include "remote/browser.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace app {

// The system's browser by xdg-open(1), unless a command was chosen.
class SystemBrowser final : public remote::BrowserOpener
{
public:
    [[nodiscard]] domain::Result<domain::Done> open(const QUrl &page) override; // https, or http on loopback

    // Instead of the system's browser, see remote::CommandBrowser, for as long as somebody keeps what this returns.
    // Empty: the system's browser.
    [[nodiscard]] std::shared_ptr<const QString> useCommand(const QString &command);

private:
    std::atomic<std::weak_ptr<const QString>> m_command;
};

// Opens by another one and then tells which page it was. `told` is called in the thread that opens.
class TellingBrowser final : public remote::BrowserOpener
{
public:
    TellingBrowser(std::shared_ptr<remote::BrowserOpener> browser, std::function<void(const QUrl &)> told)
        : m_browser(std::move(browser))
        , m_told(std::move(told))
    {
    }
    [[nodiscard]] domain::Result<domain::Done> open(const QUrl &page) override;

private:
    std::shared_ptr<remote::BrowserOpener> m_browser;
    std::function<void(const QUrl &)> m_told;
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
