// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop.h"

#include "clouds.h"

#include <QNetworkReply>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace app {

using domain::Done;
using domain::ErrorKind;
using domain::Result;

Result<Done> SystemBrowser::open(const QUrl &page)
{
    const QString tried = u"open the browser"_s;
    const bool allowed = page.scheme() == u"https" || (page.scheme() == u"http" && isLoopback(page));
    if (!page.isValid() || !allowed || !page.userInfo().isEmpty())
        return domain::error(ErrorKind::ForbiddenAddress, tried, page.toDisplayString());
    if (const std::shared_ptr<const QString> command = m_command.load().lock(); command && !command->isEmpty())
        return remote::CommandBrowser(*command).open(page);
    if (!QProcess::startDetached(u"xdg-open"_s, {page.toString(QUrl::FullyEncoded)}))
        return domain::error(ErrorKind::Unreachable, tried, u"xdg-open cannot be started"_s);
    return Done {}; // whether a browser came up is not known; the sign-in has its own time limit
}

std::shared_ptr<const QString> SystemBrowser::useCommand(const QString &command)
{
    auto held = std::make_shared<const QString>(command);
    m_command.store(held);
    return held;
}

Result<Done> TellingBrowser::open(const QUrl &page)
{
    Result<Done> opened = m_browser->open(page);
    if (opened)
        m_told(page);
    return opened;
}

Result<Done> DemoBrowser::open(const QUrl &page)
{
    if (!isLoopback(page))
        return domain::error(ErrorKind::ForbiddenAddress, u"sign in to the demo tenant"_s, page.toDisplayString());
    QMetaObject::invokeMethod(
        this,
        [this, page] {
            auto *manager = new QNetworkAccessManager(this);
            QNetworkRequest request(page);
            request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
            request.setTransferTimeout(30'000);
            QNetworkReply *reply = manager->get(request);
            connect(reply, &QNetworkReply::redirected, reply, [reply](const QUrl &target) {
                // The listener's address says localhost, as Entra wants it.
                if (!isLoopback(target) && target.host() != u"localhost")
                    reply->abort();
            });
            connect(reply, &QNetworkReply::finished, manager, &QObject::deleteLater);
        },
        Qt::QueuedConnection);
    return Done {};
}

} // namespace app
