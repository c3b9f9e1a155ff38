// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording.h"
#include "wordingtext.h"

using namespace Qt::StringLiterals;

namespace models {

using domain::Error;
using domain::ErrorKind;

namespace {

// Folder and file troubles, by the code of the store.
QString storageReason(const QString &code)
{
    if (code == "symbolicLink"_L1)
        return tr("a symbolic link is in the way");
    if (code == "otherOwner"_L1)
        return tr("it belongs to another user");
    if (code == "worldWritable"_L1)
        return tr("others may write to it");
    if (code == "noDirectory"_L1)
        return tr("it is no folder");
    if (code == "networkFileSystem"_L1)
        return tr("it lies on a network drive, where databases are not safe");
    return tr("it cannot be opened");
}

QString signInReason(const QString &code)
{
    if (code == "AADSTS90002"_L1 || code == "AADSTS900021"_L1 || code == "AADSTS900023"_L1)
        return tr("Microsoft knows no such tenant");
    if (code == "AADSTS700016"_L1)
        return tr("the application is not known in this tenant");
    if (code == "AADSTS65001"_L1 || code == "AADSTS90094"_L1)
        return tr("an administrator has not consented to the application");
    if (code == "access_denied"_L1 || code == "AADSTS65004"_L1)
        return tr("it was declined in the browser");
    if (code.startsWith("AADSTS5300"_L1))
        return tr("a rule of the organisation blocks it");
    return tr("Microsoft refused the sign-in");
}

QString networkReason(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unreachable: return tr("the server cannot be reached");
    case ErrorKind::TlsFailed: return tr("the secure connection cannot be trusted");
    case ErrorKind::TimedOut: return tr("no answer came in time");
    case ErrorKind::ConnectionLost: return tr("the connection broke off");
    case ErrorKind::ForbiddenAddress: return tr("the address is none of this cloud's");
    case ErrorKind::NotGraph: return tr("the answer did not come from Microsoft Graph");
    case ErrorKind::TooLarge: return tr("the answer is too large");
    case ErrorKind::SignInNeeded: return tr("nobody is signed in");
    case ErrorKind::NotPermitted: return tr("this account does not have the permission");
    case ErrorKind::NotFound: return tr("it does not exist");
    case ErrorKind::Throttled: return tr("the service asks us to wait");
    case ErrorKind::BadRequest: return tr("the service refuses the request");
    case ErrorKind::ServerFailed: return tr("the service has a fault");
    default: return {};
    }
}

QString ownReason(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Busy: return tr("another Casemate works with this tenant");
    case ErrorKind::StorageFull: return tr("the disk is full");
    case ErrorKind::StorageFailed: return tr("the disk reports an error");
    case ErrorKind::StorageCorrupt: return tr("the stored data is damaged");
    case ErrorKind::SchemaNewer: return tr("a newer Casemate has written it");
    case ErrorKind::KeychainFailed: return tr("the keychain does not answer");
    case ErrorKind::Stale: return tr("the facts have changed since the decision");
    case ErrorKind::UsageWrong: return tr("it was not written as it must be");
    case ErrorKind::Cancelled: return tr("it was cancelled");
    case ErrorKind::Incomplete: return tr("only a part of it was answered");
    default: return {};
    }
}

QString withoutStop(QString text)
{
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString reason(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::SignInRefused: return signInReason(error.code);
    case ErrorKind::SignInNeeded:
        if (error.code == "insufficientClaims"_L1)
            return tr("the organisation asks for a new sign-in");
        break;
    case ErrorKind::UsageWrong: // its detail says what is wrong with it
        return error.detail.isEmpty() ? ownReason(error.kind) : withoutStop(shown(error.detail));
    case ErrorKind::StorageUnreadable: return storageReason(error.code);
    case ErrorKind::Refused: {
        const QString known = reasonText(error.code, error.detail);
        if (known.isEmpty())
            return error.code.isEmpty() ? tr("a rule forbids it") : tr("a rule forbids it (%1)").arg(shown(error.code));
        return known;
    }
    case ErrorKind::NotFound:
        if (const QString known = reasonText(error.code, error.detail); !known.isEmpty())
            return known;
        break;
    default: break;
    }
    const QString text = networkReason(error.kind);
    return text.isEmpty() ? ownReason(error.kind) : text;
}

// What the other side said, where it says more than we do.
QString addition(const Error &error)
{
    const bool isWordedAlready = error.kind == ErrorKind::Refused || error.kind == ErrorKind::Cancelled
        || error.kind == ErrorKind::Stale || error.kind == ErrorKind::SignInNeeded
        || error.kind == ErrorKind::UsageWrong;
    if (isWordedAlready)
        return {};
    QStringList parts;
    if (error.kind == ErrorKind::SignInRefused)
        parts.append(shown(error.code));
    parts.append(withoutStop(shown(error.detail)));
    parts.removeAll(QString());
    return parts.isEmpty() ? QString() : u" ("_s + parts.join(u": "_s) + u')';
}

QString networkStep(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::ConnectionLost: return tr("Check the network and the addresses of the cloud, then try again.");
    case ErrorKind::TlsFailed: return tr("Check the clock of this machine and who stands between it and Microsoft.");
    case ErrorKind::ForbiddenAddress: return tr("Nothing was sent; tell your administrator.");
    case ErrorKind::NotGraph: return tr("Check whether a sign-in page of the network or a proxy answers instead.");
    case ErrorKind::TooLarge: return tr("Ask for less at a time, or tell your administrator.");
    case ErrorKind::SignInNeeded: return tr("Sign in.");
    case ErrorKind::SignInRefused: return tr("Check the tenant and the application id, or ask your administrator.");
    case ErrorKind::NotPermitted: return tr("Ask an administrator for the role Security Reader or Security Operator.");
    case ErrorKind::NotFound: return tr("Synchronise, then look again.");
    case ErrorKind::Throttled:
        return error.retryAfterSeconds
            ? counted(QT_TRANSLATE_NOOP("models", "Try again in 1 second."), QT_TRANSLATE_N_NOOP("models", "Try again in %Ln seconds."), *error.retryAfterSeconds)
            : tr("Try again in a minute.");
    case ErrorKind::BadRequest:
        return error.requestId.isEmpty()
            ? tr("Synchronise and try again; if it stays, report it.")
            : tr("Synchronise and try again; if it stays, report it with request id %1.").arg(shown(error.requestId));
    case ErrorKind::ServerFailed:
        return error.requestId.isEmpty()
            ? tr("Try again later.")
            : tr("Try again later; Microsoft's support finds it by request id %1.").arg(shown(error.requestId));
    default: return {};
    }
}

QString ownStep(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Busy: return tr("Use that one, or end it first.");
    case ErrorKind::StorageFull: return tr("Make room on the disk; nothing was lost.");
    case ErrorKind::StorageFailed: return tr("Check the disk, then start again; nothing is sent until it works.");
    case ErrorKind::StorageUnreadable:
        return tr("Correct the owner and the access rights of the data folder, then start again.");
    case ErrorKind::StorageCorrupt:
        return tr("Keep a copy of the data folder, then start again; a damaged cache is rebuilt.");
    case ErrorKind::SchemaNewer: return tr("Update Casemate; until then the data can only be read.");
    case ErrorKind::KeychainFailed: return tr("Unlock the keychain; until then the sign-in ends with the program.");
    case ErrorKind::Refused: return reasonStep(error.code);
    case ErrorKind::Stale: return tr("Look at what changed, then confirm or cancel.");
    case ErrorKind::UsageWrong: return tr("See \"casemate --help\".");
    case ErrorKind::Incomplete: return tr("Synchronise again to fill the gap.");
    default: return {};
    }
}

} // namespace

QString reasonText(ErrorKind kind)
{
    return reason({.kind = kind});
}

QString nextStep(const Error &error)
{
    const QString step = networkStep(error);
    return step.isEmpty() ? ownStep(error) : step;
}

QString sentence(const Error &error)
{
    const QString why = reason(error) + addition(error);
    QString text = error.tried.isEmpty() ? tr("It did not work: %1.").arg(why)
                                         : tr("Could not %1: %2.", "%1 is what was tried, %2 why it failed")
                                               .arg(triedText(error.tried), why);
    if (error.mayHaveBeenApplied)
        text += u' ' + tr("It may have taken effect all the same.");
    const QString step = nextStep(error);
    return step.isEmpty() ? text : text + u' ' + step;
}

QString sentence(const domain::FilterError &error)
{
    const QString piece = shown(error.text, 60);
    if (error.code == "unknownField"_L1)
        return tr("There is no field \"%1\"; fields are %2.").arg(piece, domain::filterFields().join(u", "_s));
    if (error.code == "badValue"_L1)
        return tr("\"%1\" is no value for this field.").arg(piece);
    if (error.code == "badComparison"_L1)
        return tr("This field cannot be compared with < or >; write the value alone.");
    if (error.code == "noValue"_L1)
        return tr("A value is missing behind \"%1\".").arg(piece);
    if (error.code == "unclosedParenthesis"_L1)
        return tr("A parenthesis is opened and not closed.");
    if (error.code == "unexpectedParenthesis"_L1)
        return tr("A parenthesis is not expected here.");
    if (error.code == "unclosedQuote"_L1)
        return tr("A quotation mark is opened and not closed.");
    if (error.code == "unexpectedWord"_L1)
        return tr("\"%1\" is not expected here; put it in quotation marks to search for the word.").arg(piece);
    if (error.code == "unexpectedEnd"_L1)
        return tr("The filter ends too early; something is missing behind and, or, not.");
    return tr("The filter is nested too deeply.");
}

} // namespace models
