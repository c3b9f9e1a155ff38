// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casefiling.h"
#include "commandcontext.h"
#include "commands.h"
#include "console.h"
#include "describedtenant.h"
#include "sessioncommands.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace app {

using domain::ErrorKind;
using domain::Result;

namespace {

domain::Error wrong(const QString &why)
{
    return domain::error(ErrorKind::UsageWrong, u"read the command line"_s, why);
}

QJsonObject toJson(const domain::Tenant &tenant)
{
    return {{u"id"_s, tenant.key},         {u"tenantId"_s, tenant.tenantId}, {u"clientId"_s, tenant.clientId},
            {u"cloud"_s, tenant.cloud.name}, {u"login"_s, tenant.cloud.login.toString()}, {u"graph"_s, tenant.cloud.graph.toString()},
            {u"upn"_s, tenant.upn},          {u"oid"_s, tenant.oid}};
}

void list(CommandContext &context)
{
    QJsonArray array;
    QList<QStringList> cells;
    const QList<domain::Tenant> tenants = context.registry().tenants();
    for (const domain::Tenant &tenant : tenants) {
        array.append(toJson(tenant));
        cells.append({tenant.key, tenant.cloud.name, tenant.tenantId, tenant.upn.isEmpty() ? u"(nobody has signed in)"_s : tenant.upn});
    }
    context.out(context.arguments().wantsJson() ? lines(array) : table({u"TENANT"_s, u"CLOUD"_s, u"ID"_s, u"ACCOUNT"_s}, cells));
    context.finish(ExitCode::Done);
}

void add(CommandContext &context)
{
    const Arguments &given = context.arguments();
    const Result<domain::Tenant> wished = describedTenant({.cloud = given.value(u"cloud"_s),
                                                           .tenantId = given.value(u"tenant-id"_s),
                                                           .clientId = given.value(u"client-id"_s),
                                                           .name = given.value(u"name"_s)});
    if (!context.holds(wished))
        return;
    const Result<domain::Tenant> stored = context.registry().add(*wished);
    if (!context.holds(stored))
        return;
    context.out(context.arguments().wantsJson() ? lines(toJson(*stored)) : (stored->key + u'\n').toUtf8());
    context.finish(ExitCode::Done);
}

void keepCredential(CommandContext &context)
{
    context.console().live()->setApplicationCredential(context.input(), &context, [&context](const Result<domain::Done> &done) {
        if (!context.holds(done))
            return;
        noteMemoryOnly(context);
        context.finish(ExitCode::Done);
    });
}

} // namespace

void runTenant(CommandContext &context)
{
    const QStringList &words = context.arguments().positional;
    if (words.constFirst() == u"list" && words.size() == 1)
        return list(context);
    if (words.constFirst() == u"add" && words.size() == 1)
        return add(context);
    if (words.constFirst() == u"credential" && words.size() == 1)
        return keepCredential(context);
    if (words.constFirst() == u"remove" && words.size() == 2) {
        if (context.holds(removeTenant(context.registry(), context.paths(), words.at(1))))
            context.finish(ExitCode::Done);
        return;
    }
    context.fail(wrong(u"usage: casemate tenant add --cloud NAME|FILE, list, remove KEY, or credential --file FILE"_s));
}

} // namespace app
