// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessioncommands.h"

#include "commandcontext.h"
#include "commands.h"
#include "console.h"

#include "domain/displaytext.h"

using namespace Qt::StringLiterals;

namespace app {

using domain::Capabilities;
using domain::Result;

namespace {

void keepAccount(CommandContext &context, const Capabilities &signedIn)
{
    const QString key = context.tenant().key;
    if (!context.holds(context.registry().setAccount(key, signedIn.tenantId, signedIn.oid, signedIn.upn)))
        return;
    if (context.arguments().wantsJson())
        context.out(lines(QJsonObject {{u"id"_s, signedIn.oid},
                                       {u"upn"_s, signedIn.upn},
                                       {u"tenantId"_s, signedIn.tenantId},
                                       {u"scopes"_s, QJsonArray::fromStringList(signedIn.scopes)},
                                       {u"keptInKeychain"_s, signedIn.keychainWorks}}));
    else
        context.out(u"Signed in to %1 as %2.\n"_s.arg(key, domain::displayPlain(domain::Untrusted(signedIn.upn))).toUtf8());
    noteMemoryOnly(context);
    context.finish(ExitCode::Done);
}

} // namespace

void noteMemoryOnly(CommandContext &context)
{
    const Capabilities capabilities = context.console().engine().capabilities();
    if (!capabilities.keychainWorks)
        context.note(u"casemate: there is no keychain here, so this is kept in memory only and ends with the login session or after 12 hours (%1)"_s
                         .arg(domain::displayPlain(domain::Untrusted(capabilities.keychainReason), 200)));
}

void runSignIn(CommandContext &context)
{
    // For this one sign-in: the console may be a window's, which signs in by the system's browser afterwards.
    const auto command = context.console().browser().useCommand(context.arguments().value(u"browser"_s));
    context.console().engine().signIn(&context, [&context, command](const Result<Capabilities> &signedIn) {
        if (context.holds(signedIn))
            keepAccount(context, *signedIn);
    });
}

void runSignOut(CommandContext &context)
{
    context.console().engine().signOut(&context, [&context](const Result<domain::Done> &done) {
        if (!context.holds(done))
            return;
        context.out("Signed out. The cache, the outbox and the history stay.\n");
        context.finish(ExitCode::Done);
    });
}

} // namespace app
