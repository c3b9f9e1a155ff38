// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The man pages know every command and option that the programs' own help knows, and no other.

#include "support/paths.h"
#include "support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QSet<QString> optionsIn(const QString &text)
{
    static const QRegularExpression option(u"--[a-z]+(?:-[a-z]+)*"_s);
    QSet<QString> found;
    for (auto match = option.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

QString helpOf(const QString &program, const QStringList &words)
{
    QProcess process;
    process.start(casemate::test::buildDir() + u"/bin/"_s + program, words);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

QString pageOf(const QString &program)
{
    QFile file(casemate::test::sourceDir() + u"/packaging/linux/"_s + program + u".1"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    return isOpen ? QString::fromUtf8(file.readAll()).replace(u"\\-"_s, u"-"_s) : QString();
}

} // namespace

class ManPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sayWhatTheHelpSays()
    {
        const QString overview = helpOf(u"casemate"_s, {u"--help"_s});
        static const QRegularExpression command(u"^  casemate ([a-z]+(?:-[a-z]+)*)"_s, QRegularExpression::MultilineOption);
        QString help = overview;
        QStringList commands;
        for (auto match = command.globalMatch(overview); match.hasNext();)
            commands.append(match.next().captured(1));
        QVERIFY(commands.size() >= 10);
        const QString page = pageOf(u"casemate"_s);
        for (const QString &name : std::as_const(commands)) {
            help += helpOf(u"casemate"_s, {name, u"--help"_s});
            QVERIFY2(page.contains(u"casemate "_s + name), qPrintable(name));
        }
        QCOMPARE(optionsIn(page), optionsIn(help));
    }
    void sayWhatTheSimulatorsHelpSays()
    {
        const QString help = helpOf(u"casemate-simulator"_s, {u"--help"_s});
        // --cloud and --file are casemate's own, named where what the simulator prints is explained.
        const QSet<QString> others {u"--cloud"_s, u"--file"_s};
        QCOMPARE(optionsIn(pageOf(u"casemate-simulator"_s)) - others, optionsIn(help) - others);
        QVERIFY(optionsIn(help).size() >= 10);
    }
};

CASEMATE_TEST(ManPages)
#include "manpages.moc"
