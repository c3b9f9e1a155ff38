// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that a person opens.

#include "fuzz/filetargets.h"

#include "fuzz/promise.h"

#include "remote/casefile.h"
#include "remote/importfile.h"
#include "store/caseledger.h"
#include "store/ledgerreader.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace fuzz {

void importFiles(const QByteArray &bytes)
{
    const auto items = remote::readImportFile(bytes);
    if (!items)
        return;
    const bool isRecoded = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
    const auto promisePiece = [&](const QByteArray &item) { promise(isRecoded || bytes.contains(item), "an item is a piece of the file"); };
    for (const QByteArray &incident : items->incidents)
        promisePiece(incident);
    for (const remote::ImportedAlert &alert : items->alerts)
        promisePiece(alert.bytes);
    for (const domain::PoisonItem &other : items->others)
        promisePiece(other.bytes);
    if (items->caseFile)
        promisePiece(*items->caseFile);
}

void caseFiles(const QByteArray &bytes)
{
    const auto first = remote::readCaseFile(bytes);
    if (!first)
        return;
    const auto second = remote::readCaseFile(remote::writeCaseFile(*first).trimmed());
    promise(second.hasValue(), "what was read can be written and read again");
    promise(second->incident == first->incident && second->alerts == first->alerts, "items stay as they are");
    promise(second->facts == first->facts && second->history == first->history, "what belongs to them stays as it is");
    if (first->history.isEmpty())
        return;
    const QTemporaryDir root;
    const QString folder = root.filePath(u"files/t/o"_s);
    promise(QDir().mkpath(folder), "there is a folder");
    if (store::writeCaseLedger(folder, first->history)) {
        store::LedgerReader reader(folder);
        promise(reader.verifyChain().hasValue(), "what was kept can be verified");
        promise(reader.history(100).hasValue() && reader.outbox().hasValue(), "what was kept can be read");
    }
}

} // namespace fuzz
