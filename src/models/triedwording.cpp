// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordingtext.h"

// What was tried, as errors say it (Error::tried, an English infinitive), for translation: the sentence around it is
// "Could not %1: %2." A phrase that is not listed is shown as it came.

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr const char *phrases[] = {
    QT_TRANSLATE_NOOP("models", "sign in"),
    QT_TRANSLATE_NOOP("models", "sign out"),
    QT_TRANSLATE_NOOP("models", "pull"),
    QT_TRANSLATE_NOOP("models", "undo"),
    QT_TRANSLATE_NOOP("models", "take a decision"),
    QT_TRANSLATE_NOOP("models", "read the command line"),
    QT_TRANSLATE_NOOP("models", "send a decision"),
    QT_TRANSLATE_NOOP("models", "read the outbox"),
    QT_TRANSLATE_NOOP("models", "open the browser"),
    QT_TRANSLATE_NOOP("models", "work with this tenant"),
    QT_TRANSLATE_NOOP("models", "remove the tenant"),
    QT_TRANSLATE_NOOP("models", "remediate mails"),
    QT_TRANSLATE_NOOP("models", "read where the feed stands"),
    QT_TRANSLATE_NOOP("models", "read what waits for a person"),
    QT_TRANSLATE_NOOP("models", "read the queue"),
    QT_TRANSLATE_NOOP("models", "read the cloud file"),
    QT_TRANSLATE_NOOP("models", "read a list to its end"),
    QT_TRANSLATE_NOOP("models", "read a decision"),
    QT_TRANSLATE_NOOP("models", "keep the list of tenants"),
    QT_TRANSLATE_NOOP("models", "check the schema"),
    QT_TRANSLATE_NOOP("models", "change an incident"),
    QT_TRANSLATE_NOOP("models", "cancel a decision"),
    QT_TRANSLATE_NOOP("models", "ask the keychain"),
    QT_TRANSLATE_NOOP("models", "act as the application"),
    QT_TRANSLATE_NOOP("models", "verify the history"),
    QT_TRANSLATE_NOOP("models", "use the session"),
    QT_TRANSLATE_NOOP("models", "try the keychain"),
    QT_TRANSLATE_NOOP("models", "store what was received"),
    QT_TRANSLATE_NOOP("models", "store the latest locations"),
    QT_TRANSLATE_NOOP("models", "start the demo tenant"),
    QT_TRANSLATE_NOOP("models", "sort incidents"),
    QT_TRANSLATE_NOOP("models", "sign in to the demo tenant"),
    QT_TRANSLATE_NOOP("models", "settle a decision"),
    QT_TRANSLATE_NOOP("models", "save the settings"),
    QT_TRANSLATE_NOOP("models", "save a draft"),
    QT_TRANSLATE_NOOP("models", "salvage the damaged cache"),
    QT_TRANSLATE_NOOP("models", "run a hunting query"),
    QT_TRANSLATE_NOOP("models", "remove a secret from the kernel's keyring"),
    QT_TRANSLATE_NOOP("models", "refresh the session"),
    QT_TRANSLATE_NOOP("models", "record an outcome"),
    QT_TRANSLATE_NOOP("models", "record a decision"),
    QT_TRANSLATE_NOOP("models", "read where a mail lies"),
    QT_TRANSLATE_NOOP("models", "read when pending alerts were read"),
    QT_TRANSLATE_NOOP("models", "read what has been seen"),
    QT_TRANSLATE_NOOP("models", "read the version of the database"),
    QT_TRANSLATE_NOOP("models", "read the session"),
    QT_TRANSLATE_NOOP("models", "read the server's time"),
    QT_TRANSLATE_NOOP("models", "read the next page"),
    QT_TRANSLATE_NOOP("models", "read the list of tenants"),
    QT_TRANSLATE_NOOP("models", "read the latest locations"),
    QT_TRANSLATE_NOOP("models", "read the latest location"),
    QT_TRANSLATE_NOOP("models", "read the history"),
    QT_TRANSLATE_NOOP("models", "read the history of an incident"),
    QT_TRANSLATE_NOOP("models", "read the file"),
    QT_TRANSLATE_NOOP("models", "read the facts again"),
    QT_TRANSLATE_NOOP("models", "read the drafts"),
    QT_TRANSLATE_NOOP("models", "read the demo's application credential"),
    QT_TRANSLATE_NOOP("models", "read the decisions about an incident"),
    QT_TRANSLATE_NOOP("models", "read the case file"),
    QT_TRANSLATE_NOOP("models", "read the cache"),
    QT_TRANSLATE_NOOP("models", "read the application credential"),
    QT_TRANSLATE_NOOP("models", "read the answer of hunting"),
    QT_TRANSLATE_NOOP("models", "read mails"),
    QT_TRANSLATE_NOOP("models", "read an incident"),
    QT_TRANSLATE_NOOP("models", "read an application credential"),
    QT_TRANSLATE_NOOP("models", "read an alert"),
    QT_TRANSLATE_NOOP("models", "read a token"),
    QT_TRANSLATE_NOOP("models", "read a secret from the kernel's keyring"),
    QT_TRANSLATE_NOOP("models", "read a page"),
    QT_TRANSLATE_NOOP("models", "read a draft"),
    QT_TRANSLATE_NOOP("models", "read a classification"),
    QT_TRANSLATE_NOOP("models", "reach the process that owns this tenant"),
    QT_TRANSLATE_NOOP("models", "prepare the folder of the local socket"),
    QT_TRANSLATE_NOOP("models", "plan what to pull"),
    QT_TRANSLATE_NOOP("models", "open the window"),
    QT_TRANSLATE_NOOP("models", "open the portal"),
    QT_TRANSLATE_NOOP("models", "open the data folder"),
    QT_TRANSLATE_NOOP("models", "open the ledger"),
    QT_TRANSLATE_NOOP("models", "open a database in memory"),
    QT_TRANSLATE_NOOP("models", "obtain a token"),
    QT_TRANSLATE_NOOP("models", "note that pending alerts were read"),
    QT_TRANSLATE_NOOP("models", "note that an outcome is in the cache"),
    QT_TRANSLATE_NOOP("models", "move a decision on"),
    QT_TRANSLATE_NOOP("models", "mark incidents as archived"),
    QT_TRANSLATE_NOOP("models", "mark an incident as seen"),
    QT_TRANSLATE_NOOP("models", "make an address"),
    QT_TRANSLATE_NOOP("models", "listen for the sign-in"),
    QT_TRANSLATE_NOOP("models", "listen for commands"),
    QT_TRANSLATE_NOOP("models", "list incidents"),
    QT_TRANSLATE_NOOP("models", "list alerts"),
    QT_TRANSLATE_NOOP("models", "keep the history of a case"),
    QT_TRANSLATE_NOOP("models", "keep a secret in the kernel's keyring"),
    QT_TRANSLATE_NOOP("models", "follow an address"),
    QT_TRANSLATE_NOOP("models", "find the tenant"),
    QT_TRANSLATE_NOOP("models", "find the pending action"),
    QT_TRANSLATE_NOOP("models", "erase what a decision says about people"),
    QT_TRANSLATE_NOOP("models", "count what is stored"),
    QT_TRANSLATE_NOOP("models", "confirm a decision"),
    QT_TRANSLATE_NOOP("models", "comment on an incident"),
    QT_TRANSLATE_NOOP("models", "choose the tenant"),
    QT_TRANSLATE_NOOP("models", "change a decision"),
    QT_TRANSLATE_NOOP("models", "carry over from the damaged cache"),
    QT_TRANSLATE_NOOP("models", "begin to send a decision"),
    QT_TRANSLATE_NOOP("models", "begin a full pull"),
    QT_TRANSLATE_NOOP("models", "become the owner of this tenant's data"),
    QT_TRANSLATE_NOOP("models", "add the tenant"),
    QT_TRANSLATE_NOOP("models", "write the case file"),
};

// With a name or a number in it.
constexpr const char *patterns[] = {
    QT_TRANSLATE_NOOP("models", "read incident %1"),
    QT_TRANSLATE_NOOP("models", "check the %1"),
    QT_TRANSLATE_NOOP("models", "save draft %1"),
    QT_TRANSLATE_NOOP("models", "put the damaged %1 aside"),
    QT_TRANSLATE_NOOP("models", "open the %1"),
    QT_TRANSLATE_NOOP("models", "move a decision to %1"),
    QT_TRANSLATE_NOOP("models", "look at %1"),
    QT_TRANSLATE_NOOP("models", "keep a copy of the database as %1"),
    QT_TRANSLATE_NOOP("models", "bring the database to version %1"),
    QT_TRANSLATE_NOOP("models", "import %1"),
};

} // namespace

QString triedText(const QString &tried)
{
    const QByteArray text = tried.toUtf8();
    for (const char *phrase : phrases)
        if (text == phrase)
            return tr(phrase);
    for (const char *pattern : patterns) {
        const QStringList ends = QString::fromLatin1(pattern).split(u"%1"_s);
        const qsizetype around = ends.first().size() + ends.last().size();
        if (tried.size() > around && tried.startsWith(ends.first()) && tried.endsWith(ends.last()))
            return tr(pattern).arg(shown(tried.mid(ends.first().size(), tried.size() - around)));
    }
    return shown(tried);
}

} // namespace models
