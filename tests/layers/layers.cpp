// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tree keeps its layers and its house rules; and the check that says so is no empty promise: a forbidden include and
// a forbidden link are planted in a copy of the whole tree, and many more faults, one after the other, in a copy of its
// build files. Each must be reported at its place, and nothing else.

#include "layers/cmaketext.h"
#include "layers/housebans.h"
#include "layers/layercheck.h"
#include "support/paths.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace layers;

namespace {

Findings everythingWrong(const QString &root)
{
    return LayerCheck(root).check() + checkHouseBans(root);
}

QStringList sorted(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(finding.text());
    lines.sort();
    return lines;
}

QString texts(const Findings &findings)
{
    return sorted(findings).join(u'\n');
}

// Copies files of src/ and ui/ whose names end with one of `endings`; an empty ending is any file.
bool copyTree(const QString &target, const QStringList &endings)
{
    const QString source = casemate::test::sourceDir();
    bool complete = true;
    for (const QString &folder : {u"src"_s, u"ui"_s}) {
        const QStringList files = filesBelow(source, folder, endings);
        for (const QString &file : files) {
            const QString copy = target + u'/' + file;
            complete = complete && QDir().mkpath(QFileInfo(copy).path()) && QFile::copy(source + u'/' + file, copy);
        }
    }
    return complete;
}

bool append(const QString &path, const QString &text)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly | QIODevice::Append)
        && file.write(text.toUtf8()) > 0;
}

const QString sourceHead = u"// SPDX-FileCopyrightText: The Casemate authors\n"
                           u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;

} // namespace

class Layers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTreeHasNoFinding();
    void aForbiddenIncludeInACopyOfTheTreeIsReported();
    void aForbiddenLinkInACopyOfTheTreeIsReported();
    void aPlantedFaultIsReportedAtItsPlace_data();
    void aPlantedFaultIsReportedAtItsPlace();
    void aPlantedArrowIsReported_data();
    void aPlantedArrowIsReported();
    void harmlessTextIsNotReported_data();
    void harmlessTextIsNotReported();
    void aMissingHeadIsReported();
    void aFileThatIsTooLongIsReported();
    void aTreeWithoutModuleLinesIsReported();
    void includesAreReadFromCodeAlone();
    void argumentsOfCMakeKnowTheirLines();

private:
    [[nodiscard]] bool plant(const QString &file, const QString &text);
    void restore(const QString &file);
    [[nodiscard]] Findings newFindings() const;

    QTemporaryDir m_copy; // build files of the tree
    Findings m_before; // what the copy says without a planted fault
};

void Layers::initTestCase()
{
    QVERIFY(m_copy.isValid());
    QVERIFY(copyTree(m_copy.path(), {u"CMakeLists.txt"_s}));
    m_before = everythingWrong(m_copy.path());
}

// Adds to a file, or makes it; `restore` takes it back.
bool Layers::plant(const QString &file, const QString &text)
{
    const QString path = m_copy.filePath(file);
    if (QFile::exists(path) && !QFile::copy(path, path + u".kept"_s))
        return false;
    return append(path, text);
}

void Layers::restore(const QString &file)
{
    const QString path = m_copy.filePath(file);
    QVERIFY(QFile::remove(path));
    if (QFile::exists(path + u".kept"_s))
        QVERIFY(QFile::rename(path + u".kept"_s, path));
}

Findings Layers::newFindings() const
{
    Findings findings = everythingWrong(m_copy.path());
    for (const Finding &known : m_before)
        findings.removeOne(known);
    return findings;
}

void Layers::theTreeHasNoFinding()
{
    const Findings findings = everythingWrong(casemate::test::sourceDir());
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + texts(findings)));
}

void Layers::aForbiddenIncludeInACopyOfTheTreeIsReported()
{
    const QTemporaryDir copy;
    QVERIFY(copy.isValid() && copyTree(copy.path(), {QString()}));
    const QString file = filesBelow(copy.path(), u"src/widgets"_s, {u".cpp"_s}).value(0);
    QVERIFY2(!file.isEmpty(), "widgets has no source");
    const Findings before = everythingWrong(copy.path());

    const QString text = readText(copy.path(), file);
    QVERIFY(append(copy.filePath(file), u"#include \"remote/planted.h\"\n"_s));

    Findings expected = before;
    expected.append({file, int(text.count(u'\n')) + 1,
                     u"widgets may not include \"remote/planted.h\": its line does not name remote"_s});
    QCOMPARE(sorted(everythingWrong(copy.path())), sorted(expected));
}

void Layers::aForbiddenLinkInACopyOfTheTreeIsReported()
{
    const QTemporaryDir copy;
    QVERIFY(copy.isValid() && copyTree(copy.path(), {QString()}));
    const QString file = u"src/widgets/CMakeLists.txt"_s;
    const Findings before = everythingWrong(copy.path());

    const QString text = readText(copy.path(), file);
    QVERIFY(append(copy.filePath(file), u"target_link_libraries(casemate_widgets PRIVATE casemate::remote)\n"_s));

    Findings expected = before;
    expected.append(
        {file, int(text.count(u'\n')) + 1, u"widgets may not link casemate::remote: its line does not name it"_s});
    QCOMPARE(sorted(everythingWrong(copy.path())), sorted(expected));
}

void Layers::aPlantedFaultIsReportedAtItsPlace_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("fault"); // becomes the last line of the file
    QTest::addColumn<QString>("rule"); // part of it

    const auto source = [](const char *name, const char *file, const char *fault, const char *rule) {
        QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(fault) << QString::fromLatin1(rule);
    };
    // includes
    source("a view includes the network", "src/widgets/planted.cpp", "#include \"remote/planted.h\"",
           "does not name remote");
    source("a view includes the store past the models", "src/widgets/planted.cpp", "#include \"store/planted.h\"",
           "does not name store");
    source("the network includes the store", "src/remote/planted.cpp", "#include \"store/planted.h\"",
           "does not name store");
    source("domain includes the network of Qt", "src/domain/planted.cpp", "#include <QTcpSocket>",
           "does not name Qt6::Network");
    source("domain includes a widget", "src/domain/planted.h", "#include <QtWidgets/QLabel>",
           "does not name Qt6::Widgets");
    source("models include the network of Qt", "src/models/planted.cpp", "#include <QNetworkReply>",
           "does not name Qt6::Network");
    source("sync includes SQL", "src/sync/planted.cpp", "#include <QSqlQuery>", "does not name Qt6::Sql");
    source("sync includes SQLite", "src/sync/planted.cpp", "#include <sqlite3.h>", "does not name SQLite::SQLite3");
    source("the store includes OpenSSL", "src/store/planted.cpp", "#include <openssl/evp.h>",
           "does not name OpenSSL::Crypto");
    source("the store includes the keychain", "src/store/planted.cpp", "#include <qt6keychain/keychain.h>",
           "does not name qt6keychain");
    source("the demo tenant includes the client", "src/simulator/planted.cpp", "#include \"domain/planted.h\"",
           "does not name domain");
    source("the client includes the demo tenant", "src/app/planted.cpp", "#include \"simulator/planted.h\"",
           "does not name simulator");
    source("a path around the modules", "src/widgets/planted.cpp", "#include \"../remote/planted.h\"",
           "no header of a module");
    source("a header of no module", "src/store/planted.cpp", "#include \"planted/nothing.h\"", "no header of a module");
    source("a header of an unknown library", "src/store/planted.cpp", "#include <boost/any.hpp>",
           "no line names the library");
    source("a folder without a line", "src/planted/planted.cpp", "int planted();", "has no line");
    // links
    source("models link the network", "src/models/CMakeLists.txt",
           "target_link_libraries(casemate_models PRIVATE casemate::remote)", "models may not link casemate::remote");
    source("domain links the network of Qt", "src/domain/CMakeLists.txt",
           "target_link_libraries(casemate_domain PUBLIC Qt6::Network)", "domain may not link Qt6::Network");
    source("a link by file", "src/widgets/CMakeLists.txt", "target_link_libraries(casemate_widgets PRIVATE -lsqlite3)",
           "widgets may not link -lsqlite3");
    source("a link by way of the modules' file", "src/CMakeLists.txt",
           "target_link_libraries(casemate_widgets PRIVATE casemate::sync)", "widgets may not link casemate::sync");
    source("a link for all", "src/store/CMakeLists.txt", "link_libraries(Qt6::Widgets)", "goes past the lines");
    source("a link by property", "src/store/CMakeLists.txt",
           "set_target_properties(casemate_store PROPERTIES LINK_LIBRARIES Qt6::Widgets)", "goes past the lines");
    source("headers of another module", "src/store/CMakeLists.txt",
           "target_include_directories(casemate_store PRIVATE ../remote)", "goes past the lines");
    source("a source of another module", "src/store/CMakeLists.txt",
           "target_sources(casemate_store PRIVATE ../remote/planted.cpp)", "a source has one module");
    // words
    source("certificates ignored", "src/remote/planted.cpp", "void f() { reply->ignoreSslErrors(); }",
           "always checked");
    source("a fallback to plain files", "src/remote/planted.cpp", "void f() { job.setInsecureFallback(true); }",
           "plain file");
    source("a page opens a browser", "src/widgets/planted.cpp", "void f() { QDesktopServices::openUrl(u); }",
           "one file of app");
    source("HTML", "src/widgets/planted.cpp", "void f() { view->setHtml(text); }", "never markup");
    source("Markdown", "src/widgets/planted.cpp", "void f() { view->setMarkdown(text); }", "never markup");
    source("rich text", "src/widgets/planted.cpp", "void f() { label->setTextFormat(Qt::RichText); }", "never markup");
    source("a widget that guesses markup", "src/widgets/planted.cpp", "QTextBrowser *browser();", "plain text widget");
    source("an error message box", "src/widgets/planted.cpp", "void f() { QErrorMessage box; }", "plain text widget");
    source("informative text", "src/widgets/planted.cpp", "void f() { box.setInformativeText(text); }",
           "stays rich text");
    source("a font size of its own", "src/widgets/planted.cpp", "void f(QFont &font) { font.setPointSizeF(14); }", "type scale");
    source("a colour of its own", "src/widgets/planted.cpp", "const QColor red(200, 0, 0);", "colours are in widgets/theme");
    source("a style sheet", "src/widgets/planted.cpp", "void f(QWidget *w) { w->setStyleSheet({}); }", "palette's");
    source("an icon of the desktop", "src/widgets/planted.cpp", "auto i = QIcon::fromTheme(name);", "our own set");
    source("a size in a form", "ui/planted.ui", "<property name=\"minimumSize\">", "no sizes");
    source("a margin in a form", "ui/planted.ui", "<property name=\"topMargin\"><number>6</number></property>", "spacing scale");
    source("rich text in a form", "ui/planted.ui", "<enum>Qt::RichText</enum>", "never markup");
    source("a nested loop", "src/sync/planted.cpp", "void f() { QEventLoop loop; }", "no nested event loops");
    source("events processed on the way", "src/app/planted.cpp", "void f() { QCoreApplication::processEvents(); }",
           "no nested event loops");
    source("a blocking read", "src/simulator/planted.cpp", "void f() { socket->waitForReadyRead(100); }",
           "connect to its signals");
    source("a dialog of its own loop", "src/widgets/planted.cpp", "void f() { dialog.exec(); }", "use open()");
    source("a question of its own loop", "src/widgets/planted.cpp", "void f() { QMessageBox::question(a, b, c); }",
           "use open()");
    source("a file question of its own loop", "src/app/planted.cpp", "void f() { QFileDialog::getSaveFileName(a); }",
           "use open()");
    source("a mutex", "src/sync/planted.cpp", "static void f(QMutex &lock);", "not in locks");
    source("a standard mutex", "src/store/planted.cpp", "static void f(std::mutex &lock);", "not in locks");
    source("a sleep", "src/sync/planted.cpp", "void f() { QThread::msleep(5); }", "wait on a signal");
    source("a sleep in a test", "tests/planted/planted.cpp", "void f() { QTest::qWait(50); }", "never on time");
    source("a connect by string", "src/app/planted.cpp", "void f() { connect(a, SIGNAL(b()), c, SLOT(d())); }",
           "typed");
    source("a singleton", "src/store/planted.h", "static Store &instance();", "no singletons");
    source("a file in domain", "src/domain/planted.cpp", "void f() { QFile file; }", "no input or output");
    source("a query outside the store", "src/models/planted.cpp", "void f(QSqlQuery &query);",
           "SQL stays inside store");
    source("SQL outside the store", "src/models/planted.cpp", "auto q = \"SELECT id FROM incident\";",
           "SQL stays inside store");
    source("SQL in a raw string", "src/app/planted.cpp", "auto q = R\"(DELETE FROM incident)\";",
           "SQL stays inside store");
}

void Layers::aPlantedFaultIsReportedAtItsPlace()
{
    QFETCH(QString, file);
    QFETCH(QString, fault);
    QFETCH(QString, rule);
    const QString before = readText(m_copy.path(), file);
    QString text = fault + u'\n';
    if (before.isEmpty() && !file.endsWith(".ui"_L1))
        text.prepend(sourceHead);
    QVERIFY(plant(file, text));
    const int place = int(before.count(u'\n') + text.count(u'\n'));

    const Findings findings = newFindings();
    restore(file);

    QVERIFY2(!findings.isEmpty(), "the planted fault was not seen");
    bool named = false;
    for (const Finding &finding : findings) {
        QCOMPARE(finding.file, file);
        if (rule != "has no line"_L1)
            QCOMPARE(finding.line, place);
        named = named || finding.rule.contains(rule);
    }
    QVERIFY2(named, qPrintable(texts(findings)));
    QCOMPARE(texts(newFindings()), QString());
}

void Layers::aPlantedArrowIsReported_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("arrow"); // added to the module's line
    QTest::addColumn<QString>("rule");

    QTest::newRow("models use the network") << u"models"_s << u"USES remote"_s << u"models must not reach remote"_s;
    QTest::newRow("widgets use sync") << u"widgets"_s << u"USES sync"_s << u"widgets must not reach sync"_s;
    QTest::newRow("widgets link the network")
        << u"widgets"_s << u"LINKS Qt6::Network"_s << u"widgets must not reach Qt6::Network"_s;
    QTest::newRow("domain uses the store") << u"domain"_s << u"USES store"_s << u"domain must not reach any module"_s;
    QTest::newRow("a circle") << u"domain"_s << u"USES models"_s << u"domain uses itself by way of others"_s;
    QTest::newRow("the store uses the network") << u"store"_s << u"USES remote"_s << u"store must not reach remote"_s;
    QTest::newRow("the demo tenant uses domain")
        << u"simulator"_s << u"USES domain"_s << u"simulator must not reach any module"_s;
    QTest::newRow("sync uses the demo tenant")
        << u"sync"_s << u"USES simulator"_s << u"sync must not reach simulator"_s;
    QTest::newRow("an arrow to nowhere") << u"sync"_s << u"USES planted"_s
                                         << u"sync uses planted, which is no module"_s;
}

void Layers::aPlantedArrowIsReported()
{
    QFETCH(QString, module);
    QFETCH(QString, arrow);
    QFETCH(QString, rule);
    const QString file = u"src/CMakeLists.txt"_s;
    QString text = readText(m_copy.path(), file);
    const qsizetype start = text.indexOf(u"casemate_module(%1 "_s.arg(module));
    QVERIFY(start >= 0);
    text.insert(text.indexOf(u')', start), u' ' + arrow);
    QVERIFY(plant(file, u"\n"_s)); // keeps the old text
    QFile target(m_copy.filePath(file));
    QVERIFY(target.open(QIODevice::WriteOnly | QIODevice::Truncate));
    target.write(text.toUtf8());
    target.close();

    const Findings findings = newFindings();
    restore(file);

    const int line = int(text.left(start).count(u'\n')) + 1;
    bool named = false;
    for (const Finding &finding : findings)
        named = named || (finding.file == file && finding.line == line && finding.rule.startsWith(rule));
    QVERIFY2(named, qPrintable(u"not reported: %1\n%2"_s.arg(rule, texts(findings))));
}

void Layers::harmlessTextIsNotReported_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, const char *file, const char *text) {
        QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(text);
    };
    row("a ban named in a comment", "src/sync/planted.cpp", "// no QEventLoop here, and no processEvents()\n");
    row("a ban named in a block comment", "src/sync/planted.cpp", "/* QMutex\n QMutex */ int f();\n");
    row("an include in a comment", "src/widgets/planted.cpp", "// #include \"remote/planted.h\"\n");
    row("a word that holds another", "src/widgets/planted.cpp", "void setHtmlFree();\n");
    row("the text of a message", "src/widgets/planted.cpp", "auto t = \"Select one from the list; update it\";\n");
    row("a digit separator before a ban", "src/sync/planted.cpp", "int n = 1'000; // QMutex\n");
    row("a quote inside a string", "src/sync/planted.cpp", "auto t = \"a \\\" QMutex \"; int n;\n");
    row("a query of the store", "src/store/planted.cpp", "#include <QSqlQuery>\nauto t = \"SELECT a FROM b\";\n");
    row("standard headers", "src/domain/planted.cpp", "#include <QString>\n#include <vector>\n#include <unistd.h>\n");
    row("what a module brings with it", "src/widgets/planted.cpp", "#include <QString>\n#include <QPainter>\n");
    row("the moc of the file", "src/widgets/planted.cpp", "#include \"planted.moc\"\n#include \"ui_planted.h\"\n");
    row("a link of its own line", "src/store/CMakeLists.txt",
        "target_link_libraries(casemate_store PRIVATE casemate::domain Qt6::Sql)\n");
    row("a command in a comment", "src/store/CMakeLists.txt", "# link_libraries(casemate::remote)\n");
    row("a form", "ui/planted.ui", "<enum>Qt::PlainText</enum>\n");
    row("no margin in a form", "ui/planted.ui", "<property name=\"topMargin\">\n<number>0</number></property>\n");
    row("no colour", "src/widgets/planted.cpp", "auto nothing = QColor(Qt::transparent);\n");
}

void Layers::harmlessTextIsNotReported()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    const bool isNew = readText(m_copy.path(), file).isEmpty();
    QVERIFY(plant(file, isNew && !file.endsWith(".ui"_L1) ? sourceHead + text : text));
    const Findings findings = newFindings();
    restore(file);
    QCOMPARE(texts(findings), QString());
}

void Layers::aMissingHeadIsReported()
{
    const QString file = u"src/domain/planted.h"_s;
    QVERIFY(plant(file, u"#pragma once\n"_s));
    const Findings findings = newFindings();
    restore(file);
    QCOMPARE(findings.size(), 1);
    QVERIFY(findings.first().rule.contains("SPDX"_L1));
}

void Layers::aFileThatIsTooLongIsReported()
{
    const QString file = u"src/domain/planted.h"_s;
    QVERIFY(plant(file, sourceHead + u"\n"_s.repeated(148)));
    QCOMPARE(texts(newFindings()), QString());
    restore(file);
    QVERIFY(plant(file, sourceHead + u"\n"_s.repeated(149)));
    const Findings findings = newFindings();
    restore(file);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().line, 151);
}

void Layers::aTreeWithoutModuleLinesIsReported()
{
    const QTemporaryDir empty;
    QVERIFY(empty.isValid());
    QCOMPARE(LayerCheck(empty.path()).check().size(), 1);
}

void Layers::includesAreReadFromCodeAlone()
{
    const SourceText source =
        readSource(u"#include \"a/b.h\" // c\n  #  include <QString>\n/*\n#include <x>\n*/\nR\"(\n"
                   u"#include <y>\n)\"\n"_s);
    const QList<Include> expected = {{1, u"a/b.h"_s, true}, {2, u"QString"_s, false}};
    QCOMPARE(source.includes, expected);
    QCOMPARE(source.code.size(), source.literals.size());
}

void Layers::argumentsOfCMakeKnowTheirLines()
{
    const QList<CMakeCommand> commands = readCMake(u"# x(y)\nset(A \"b\nc\" d)\nif(NOT (A))\nendif()\n"_s);
    QCOMPARE(commands.size(), 3);
    QCOMPARE(commands.at(0).name, u"set"_s);
    QCOMPARE(commands.at(0).line, 2);
    QCOMPARE(commands.at(0).arguments.at(1).text, u"b\nc"_s);
    QCOMPARE(commands.at(0).arguments.at(2).line, 3);
    QCOMPARE(commands.at(1).arguments.at(1).text, u"A"_s);
    QCOMPARE(commands.at(2).name, u"endif"_s);
}

CASEMATE_TEST(Layers)
#include "layers.moc"
