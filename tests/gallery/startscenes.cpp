// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/startscenes.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gallery {

using widgets::StartWindow;

namespace {

domain::Cloud cloud(const QString &name, const QString &host, bool demo = false)
{
    domain::Cloud made;
    made.name = name;
    made.demo = demo;
    made.login = QUrl(u"https://"_s + host);
    return made;
}

QList<domain::Tenant> someTenants()
{
    const auto tenant = [](const QString &key, const QString &id, const domain::Cloud &in, const QString &upn) {
        return domain::Tenant {.key = key, .tenantId = id, .clientId = {}, .cloud = in, .oid = {}, .upn = upn};
    };
    return {tenant(u"Contoso"_s, u"5f1c0a3e-2b47-4b8e-9d61-0c9be52d7a10"_s, cloud(u"global"_s, u"login.microsoftonline.com"_s), u"ada.lovelace@contoso.example"_s),
            tenant(u"Fabrikam Federal Services and Subsidiaries"_s, u"fabrikam.example"_s, cloud(u"gcchigh"_s, u"login.microsoftonline.us"_s),
                   u"grace.hopper.with.a.long.name@federal.fabrikam.example"_s),
            tenant(u"<b>Woodgrove</b>\u202E"_s, u"woodgrove.example"_s, cloud(u"demo"_s, u"127.0.0.1:8443"_s, true), {})};
}

void press(StartWindow &window, const QString &name)
{
    const QList<QPushButton *> all = window.findChildren<QPushButton *>(name);
    for (QPushButton *each : all)
        if (each->isVisible())
            return each->click();
}

void askFor(StartWindow &window) { window.askSignIn(someTenants().at(1)); }

} // namespace

QList<domain::Cloud> someClouds()
{
    return {cloud(u"global"_s, u"login.microsoftonline.com"_s), cloud(u"gcc"_s, u"login.microsoftonline.com"_s),
            cloud(u"gcchigh"_s, u"login.microsoftonline.us"_s), cloud(u"dod"_s, u"login.microsoftonline.us"_s)};
}

const QList<StartScene> &startScenes()
{
    static const QList<StartScene> all = {
        {u"start-welcome"_s, [](StartWindow &) { }},
        {u"start-demo"_s, [](StartWindow &window) { window.showDemoStarting(true); }},
        {u"start-tenants"_s, [](StartWindow &window) { window.offer(someTenants()); }},
        {u"start-failure"_s,
         [](StartWindow &window) {
             window.offer(someTenants());
             window.tellFailure(domain::error(domain::ErrorKind::StorageUnreadable, u"open the data folder"_s, u"/home/ada/.local/share/casemate"_s));
         }},
        {u"start-add"_s, [](StartWindow &window) { press(window, u"add"_s); }},
        {u"start-add-file"_s,
         [](StartWindow &window) {
             press(window, u"add"_s);
             auto *clouds = window.findChild<QComboBox *>(u"cloud"_s);
             clouds->setCurrentIndex(clouds->count() - 1);
             window.findChild<QLineEdit *>(u"tenantId"_s)->setText(u"contoso example"_s);
             domain::Error error = domain::error(domain::ErrorKind::UsageWrong, u"add the tenant"_s, {});
             error.code = u"tenantId"_s;
             window.refuse(error);
         }},
        {u"start-sign-in"_s, askFor},
        {u"start-sign-in-running"_s,
         [](StartWindow &window) {
             askFor(window);
             window.showSignInRunning();
             window.showSignInPage(QUrl(u"https://login.microsoftonline.us/authorize"_s));
         }},
        {u"start-sign-in-failed"_s,
         [](StartWindow &window) {
             askFor(window);
             window.showSignInRunning();
             domain::Error error = domain::error(domain::ErrorKind::SignInRefused, u"sign in"_s, u"<b>Application</b> with identifier was not found in the directory."_s);
             error.code = u"AADSTS700016"_s;
             window.showSignInEnded(error);
         }},
    };
    return all;
}

} // namespace gallery
