// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/housebans.h"

#include "layers/layercheck.h"
#include "layers/sourcetext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace layers {

namespace {

enum class Look {
    Code, // outside comments and literals
    Literals, // inside string literals
    Form, // a .ui file, as it is
};

struct Ban {
    QRegularExpression words;
    QRegularExpression where; // over the path
    Look look = Look::Code;
    QString reason;
};

const QList<Ban> &bans()
{
    const auto everySource = QRegularExpression(u"^src/"_s);
    const auto outsideStore = QRegularExpression(u"^src/(?!store/|simulator/)"_s);
    static const QList<Ban> all = {
        // TLS, keychain, browser
        {QRegularExpression(u"\\bignoreSslErrors\\b|\\bVerifyNone\\b|\\bQueryPeer\\b"_s), everySource, Look::Code,
         u"certificates are always checked"_s},
        {QRegularExpression(u"\\bsetInsecureFallback\\b"_s), everySource, Look::Code,
         u"a secret is never kept in a plain file"_s},
        {QRegularExpression(u"\\bQDesktopServices\\b"_s), QRegularExpression(u"^src/(?!app/)"_s), Look::Code,
         u"only one file of app opens anything outside the program"_s},
        // markup
        {QRegularExpression(u"\\bset(Html|Markdown)\\b|\\b(append|insert)Html\\b|\\binsertMarkdown\\b"_s), everySource,
         Look::Code, u"text from outside is never markup"_s},
        {QRegularExpression(u"\\bQErrorMessage\\b|\\bQText(Edit|Browser)\\b"_s), everySource, Look::Code,
         u"this class takes text for markup by itself; use a plain text widget"_s},
        {QRegularExpression(u"\\bsetInformativeText\\b"_s), everySource, Look::Code,
         u"it stays rich text even after setTextFormat(Qt::PlainText)"_s},
        {QRegularExpression(u"\\bQt::(RichText|AutoText|MarkdownText)\\b|\\bsetOpen(ExternalLinks|Links)\\b"_s),
         everySource, Look::Code, u"text from outside is never markup"_s},
        {QRegularExpression(
             u"Qt::(RichText|AutoText|MarkdownText)|openExternalLinks|openLinks|class=\"QText(Edit|Browser)\""_s),
         QRegularExpression(u"^ui/"_s), Look::Form, u"text from outside is never markup"_s},
        // look
        {QRegularExpression(u"\\bset(Point|Pixel)Size(F)?\\s*\\("_s), QRegularExpression(u"^src/widgets/(?!theme\\.cpp)"_s), Look::Code,
         u"the type scale is in widgets/theme alone"_s},
        {QRegularExpression(u"\\bQColor(\\s+\\w+)?\\s*\\(\\s*(\\d|\"|u\"|Qt::(?!transparent))|\\bqRgba?\\s*\\(|\\bQColor::from(Rgb|Hsl|Hsv|String)\\s*\\("_s),
         QRegularExpression(u"^src/widgets/(?!theme\\.cpp)"_s), Look::Code, u"colours are in widgets/theme alone"_s},
        {QRegularExpression(u"\\bsetStyleSheet\\b"_s), everySource, Look::Code, u"the look is the palette's and the style's"_s},
        {QRegularExpression(u"\\bQIcon::fromTheme\\b|\\bstandard(Icon|Pixmap)\\b"_s), everySource, Look::Code,
         u"icons are our own set, in resources/icons"_s},
        {QRegularExpression(u"<font>|name=\"(styleSheet|iconSize|minimumSize|maximumSize|palette)\""_s), QRegularExpression(u"^ui/"_s), Look::Form,
         u"a form has no sizes, fonts and colours of its own; they come from widgets/theme"_s},
        {QRegularExpression(u"name=\"(\\w*[sS]pacing|\\w+Margin)\">\\s*<number>[1-9]\\d*"_s), QRegularExpression(u"^ui/"_s), Look::Form,
         u"the spacing scale is in widgets/theme alone"_s},
        // event loops and threads
        {QRegularExpression(u"\\bprocessEvents\\b|\\bQEventLoop\\b"_s), everySource, Look::Code,
         u"no nested event loops"_s},
        {QRegularExpression(
             u"\\bwaitFor(ReadyRead|BytesWritten|Connected|Disconnected|Encrypted|Started|Finished|NewConnection|Done)\\b"_s),
         everySource, Look::Code, u"nothing blocks a thread on a socket or process; connect to its signals"_s},
        {QRegularExpression(u"(\\.|->)\\s*exec\\s*\\("_s),
         QRegularExpression(u"^src/(domain|remote|sync|models|widgets)/"_s), Look::Code,
         u"no nested event loops; use open() and a signal"_s},
        {QRegularExpression(
             u"\\bQMessageBox::(question|information|warning|critical|about)\\s*\\(|\\bQInputDialog::get\\w+\\s*\\("
             u"|\\bQFileDialog::get(Open|Save|Existing)(File|Directory)(Names?|Urls?)?\\s*\\("_s),
         everySource, Look::Code, u"this function nests an event loop; use open() and a signal"_s},
        {QRegularExpression(
             u"\\bQ(Recursive)?Mutex(Locker)?\\b|\\bQ(Read|Write|ReadWrite)Lock(er)?\\b|\\bQSemaphore\\b|\\bQWaitCondition\\b"
             u"|\\bstd::(recursive_|shared_|timed_)*mutex\\b|\\bstd::condition_variable"_s),
         everySource, Look::Code, u"threads meet in queued signals and in ask(), not in locks"_s},
        {QRegularExpression(u"\\bQThread::(m|u)?sleep\\b|\\bsleep_for\\b|\\bsleep_until\\b|\\bqSleep\\b"_s),
         QRegularExpression(u"^(src|tests)/(?!long/)"_s), Look::Code, u"nothing waits on time; wait on a signal"_s},
        {QRegularExpression(u"\\bQTest::qWait\\s*\\("_s), QRegularExpression(u"^tests/(?!long/)"_s), Look::Code,
         u"tests wait on signals, never on time"_s},
        // shape
        {QRegularExpression(u"\\b(SIGNAL|SLOT)\\s*\\("_s), QRegularExpression(u"^(src|tests)/"_s), Look::Code,
         u"connects are typed"_s},
        {QRegularExpression(u"\\bstatic\\s+[\\w:]+\\s*[&*]?\\s*instance\\s*\\(|\\bQ_GLOBAL_STATIC\\b"_s), everySource,
         Look::Code, u"no singletons; dependencies come by constructor"_s},
        {QRegularExpression(
             u"\\bQ(SaveFile|File|Dir|DirIterator|FileInfo|Settings|Process|StandardPaths|TemporaryFile)\\b"_s),
         QRegularExpression(u"^src/domain/"_s), Look::Code, u"domain does no input or output"_s},
        // SQL
        {QRegularExpression(u"\\bQSql\\w+\\b|\\bsqlite3\\w*\\b"_s), outsideStore, Look::Code,
         u"SQL stays inside store"_s},
        {QRegularExpression(
             u"\\bSELECT\\s|\\bINSERT\\s+(OR\\s+\\w+\\s+)?INTO\\b|\\bUPDATE\\s+\\w+\\s+SET\\b|\\bDELETE\\s+FROM\\b"
             u"|\\bCREATE\\s+(TEMP\\s+|UNIQUE\\s+)?(TABLE|INDEX|VIEW|TRIGGER|VIRTUAL)\\b|\\bALTER\\s+TABLE\\b"
             u"|\\bPRAGMA\\s|\\bBEGIN\\s+(IMMEDIATE|TRANSACTION)\\b"_s),
         outsideStore, Look::Literals, u"SQL stays inside store"_s},
    };
    return all;
}

Findings checkText(const QString &file, const QString &text, Look look)
{
    Findings findings;
    for (const Ban &ban : bans()) {
        if (ban.look != look || !ban.where.match(file).hasMatch())
            continue;
        QRegularExpressionMatchIterator matches = ban.words.globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const int line = int(QStringView(text).left(match.capturedStart()).count(u'\n')) + 1;
            findings.append({file, line, u"\"%1\": %2"_s.arg(match.captured().simplified(), ban.reason)});
        }
    }
    return findings;
}

Findings checkHead(const QString &file, const QString &text)
{
    // A script has its interpreter in the first line.
    const QStringList head = text.split(u'\n').mid(text.startsWith("#!"_L1) ? 1 : 0, 2);
    const QString first = head.value(0);
    const QString second = head.value(1);
    if (first.contains("SPDX-FileCopyrightText: "_L1)
        && second.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1))
        return {};
    return {{file, 1, u"the two lines with SPDX-FileCopyrightText and SPDX-License-Identifier are missing"_s}};
}

Findings checkLength(const QString &file, const QString &text)
{
    const int most = file.endsWith(".h"_L1) ? 150 : 500;
    const int lines = int(text.count(u'\n'));
    if (!file.startsWith("src/"_L1) || lines <= most)
        return {};
    return {{file, most + 1, u"%1 lines, at most %2: split it by idea"_s.arg(lines).arg(most)}};
}

// The one file of app that may use QDesktopServices: whichever comes first is it, any other is one too many.
Findings checkDesktopServices(const QString &root)
{
    Findings findings;
    QString only;
    const QStringList sources = filesBelow(root, u"src/app"_s, {u".cpp"_s, u".h"_s});
    for (const QString &file : sources) {
        const QStringList code = readSource(readText(root, file)).code;
        for (qsizetype i = 0; i < code.size(); ++i) {
            if (!code.at(i).contains("QDesktopServices::"_L1))
                continue;
            if (only.isEmpty())
                only = file;
            if (only != file)
                findings.append(
                    {file, int(i) + 1, u"QDesktopServices is used in %1 already; one file opens things"_s.arg(only)});
        }
    }
    return findings;
}

} // namespace

Findings checkHouseBans(const QString &root)
{
    Findings findings = checkDesktopServices(root);
    for (const QString &folder : {u"src"_s, u"tests"_s}) {
        const QStringList sources = filesBelow(root, folder, {u".h"_s, u".cpp"_s});
        for (const QString &file : sources) {
            const QString text = readText(root, file);
            const SourceText source = readSource(text);
            findings += checkHead(file, text) + checkLength(file, text);
            findings += checkText(file, source.code.join(u'\n'), Look::Code);
            findings += checkText(file, source.literals.join(u'\n'), Look::Literals);
        }
    }
    const QStringList forms = filesBelow(root, u"ui"_s, {u".ui"_s});
    for (const QString &file : forms)
        findings += checkText(file, readText(root, file), Look::Form);
    for (const QString &folder : {u"src"_s, u"tests"_s, u"cmake"_s, u"packaging"_s, u"resources/schema"_s}) {
        const QStringList others = filesBelow(root, folder, {u"CMakeLists.txt"_s, u".cmake"_s, u".sh"_s, u".sql"_s});
        for (const QString &file : others)
            findings += checkHead(file, readText(root, file));
    }
    return findings;
}

} // namespace layers
