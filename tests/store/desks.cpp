// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "store/deskstore.h"
#include "support/faultgate.h"
#include "support/testmain.h"

#include <QDir>

#include <thread>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using casemate::test::FaultGate;
using samples::minute;

class Desks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftsComeBack();
    void anEmptyDraftIsNone();
    void seenMarksOnlyMoveForward();
    void aFailedSaveChangesNothing();
    void twoThreadsMayBeginADeskAtOnce();
};

void Desks::draftsComeBack()
{
    samples::Folder folder;
    const QString text = u"half a \u202E sentence\n'; --"_s;
    {
        DeskStore desk(folder.path());
        QVERIFY(desk.draft({u"29"_s})->isEmpty());
        MUST(desk.saveDraft({u"29"_s}, u"first"_s));
        MUST(desk.saveDraft({u"29"_s}, text));
        MUST(desk.saveDraft({u"30"_s}, u"other"_s));
    }
    DeskStore desk(folder.path());
    QCOMPARE(*desk.draft({u"29"_s}), text);
    QCOMPARE(*desk.drafts(), (QHash<IncidentId, QString> {{{u"29"_s}, text}, {{u"30"_s}, u"other"_s}}));
}

void Desks::anEmptyDraftIsNone()
{
    samples::Folder folder;
    DeskStore desk(folder.path());
    MUST(desk.saveDraft({u"29"_s}, u"text"_s));
    MUST(desk.saveDraft({u"29"_s}, {}));
    QVERIFY(desk.drafts()->isEmpty());
}

void Desks::seenMarksOnlyMoveForward()
{
    samples::Folder folder;
    DeskStore desk(folder.path());
    MUST(desk.markSeen({u"29"_s}, minute(2)));
    MUST(desk.markSeen({u"29"_s}, minute(1)));
    QCOMPARE(*desk.seen(), (QHash<IncidentId, Moment> {{{u"29"_s}, minute(2)}}));
}

void Desks::aFailedSaveChangesNothing()
{
    samples::Folder folder;
    FaultGate gate;
    DeskStore desk(folder.path(), {.gate = &gate});
    MUST(desk.saveDraft({u"29"_s}, u"text"_s));
    gate.failNext("COMMIT", 13 /* SQLITE_FULL */);
    QCOMPARE(desk.saveDraft({u"29"_s}, u"longer text"_s).error().kind, ErrorKind::StorageFull);
    QCOMPARE(*desk.draft({u"29"_s}), u"text"_s);
    MUST(desk.saveDraft({u"29"_s}, u"longer text"_s));
}

// Two reader threads meet a desk that does not exist yet.
void Desks::twoThreadsMayBeginADeskAtOnce()
{
    for (int round = 0; round < 40; ++round) {
        samples::Folder folder;
        QByteArray failures[2];
        const auto work = [&](int number) {
            DeskStore desk(folder.path());
            const auto saved = desk.saveDraft({QString::number(number)}, u"text"_s);
            if (!saved)
                failures[number] = samples::said(saved);
        };
        std::thread one(work, 0);
        std::thread other(work, 1);
        one.join();
        other.join();
        QCOMPARE(failures[0], QByteArray());
        QCOMPARE(failures[1], QByteArray());
        QCOMPARE(DeskStore(folder.path()).drafts()->size(), 2);
        QVERIFY(QDir(folder.path()).entryList({u"*corrupt*"_s}).isEmpty());
    }
}

CASEMATE_TEST(Desks)
#include "desks.moc"
