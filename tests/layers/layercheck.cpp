// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/layercheck.h"

#include "layers/cmaketext.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace layers {

namespace {

const QString modulesFile = u"src/CMakeLists.txt"_s;

struct OutsideHeader {
    QLatin1StringView start; // of the header's name
    QLatin1StringView library; // as the module's line names it; empty: part of the system
};

constexpr OutsideHeader outsideHeaders[] = {
    {"sqlite3"_L1, "SQLite::SQLite3"_L1},
    {"openssl/"_L1, "OpenSSL::Crypto"_L1},
    {"zlib.h"_L1, "ZLIB::ZLIB"_L1},
    {"simdjson.h"_L1, "simdjson::simdjson"_L1},
    {"keyutils.h"_L1, "keyutils::keyutils"_L1},
    {"qt6keychain/"_L1, "qt6keychain"_L1},
    {"sys/"_L1, ""_L1},
    {"linux/"_L1, ""_L1},
    {"unistd.h"_L1, ""_L1},
    {"fcntl.h"_L1, ""_L1},
    {"signal.h"_L1, ""_L1},
    {"errno.h"_L1, ""_L1},
    {"poll.h"_L1, ""_L1},
    {"pwd.h"_L1, ""_L1},
    {"grp.h"_L1, ""_L1},
    {"time.h"_L1, ""_L1},
    {"termios.h"_L1, ""_L1},
    {"syslog.h"_L1, ""_L1},
};

// Anything that adds a header path or a library past the module's line.
const QStringList &forbiddenCommands()
{
    static const QStringList all = {u"link_libraries"_s,
                                    u"link_directories"_s,
                                    u"include_directories"_s,
                                    u"target_include_directories"_s,
                                    u"target_link_directories"_s,
                                    u"target_link_options"_s,
                                    u"add_link_options"_s,
                                    u"find_package"_s,
                                    u"find_library"_s,
                                    u"casemate_module"_s};
    return all;
}

QString moduleOfFile(const QString &file)
{
    return file.section(u'/', 1, 1);
}

} // namespace

QString readText(const QString &root, const QString &file)
{
    QFile source(root + u'/' + file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

QStringList filesBelow(const QString &root, const QString &folder, const QStringList &endings)
{
    QStringList files;
    QDirIterator iterator(root + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QString path = iterator.next();
        if (std::any_of(endings.begin(), endings.end(), [&](const QString &ending) { return path.endsWith(ending); }))
            files.append(path.mid(root.size() + 1));
    }
    files.sort();
    return files;
}

LayerCheck::LayerCheck(const QString &root)
    : m_root(root)
    , m_modules(readModuleLines(readText(root, modulesFile)))
{
}

Findings LayerCheck::check() const
{
    if (m_modules.isEmpty())
        return {{modulesFile, 1, u"no line casemate_module(…) was found"_s}};
    if (m_qtHeaders.isEmpty())
        return {{modulesFile, 1, u"the headers of Qt were not found, so nothing can be said about them"_s}};
    Findings findings = checkModuleLines(m_modules, modulesFile);
    const QStringList sources = filesBelow(m_root, u"src"_s, {u".h"_s, u".cpp"_s});
    for (const QString &file : sources)
        findings += checkSource(file);
    const QStringList buildFiles = filesBelow(m_root, u"src"_s, {u"CMakeLists.txt"_s, u".cmake"_s});
    for (const QString &file : buildFiles)
        findings += checkBuildFile(file);
    return findings;
}

Findings LayerCheck::checkSource(const QString &file) const
{
    const QString module = moduleOfFile(file);
    if (!m_modules.contains(module))
        return {{file, 1, u"this folder has no line in %1"_s.arg(modulesFile)}};
    Findings findings;
    const SourceText source = readSource(readText(m_root, file));
    for (const Include &include : source.includes) {
        const QString rule = complaint(file, module, include);
        if (!rule.isEmpty())
            findings.append({file, include.line, rule});
    }
    return findings;
}

QString LayerCheck::complaint(const QString &file, const QString &module, const Include &include) const
{
    const QString qtModule = m_qtHeaders.moduleOf(include.header);
    if (qtModule.isEmpty())
        return include.quoted ? quotedComplaint(file, module, include.header)
                              : libraryComplaint(module, include.header);
    const QSet<QString> &links = m_modules[module].links;
    const bool allowed = std::any_of(links.begin(), links.end(),
                                     [&](const QString &link) { return withItsOwn(link).contains(qtModule); });
    return allowed ? QString()
                   : u"%1 may not include <%2>: its line does not name %3"_s.arg(module, include.header, qtModule);
}

QString LayerCheck::quotedComplaint(const QString &file, const QString &module, const QString &header) const
{
    const QString owner = header.section(u'/', 0, 0);
    if (owner != header && m_modules.contains(owner)) {
        if (owner != module && !m_modules[module].uses.contains(owner))
            return u"%1 may not include \"%2\": its line does not name %3"_s.arg(module, header, owner);
        return isFile("src/"_L1 + header) ? QString() : u"\"%1\" is no file of %2"_s.arg(header, owner);
    }
    const QFileInfo own(file);
    const bool generated = header == own.completeBaseName() + ".moc"_L1
        || header == "moc_"_L1 + own.completeBaseName() + ".cpp"_L1
        || (header.startsWith("ui_"_L1) && m_modules[module].links.contains(u"Qt6::Widgets"_s));
    if (generated || (!header.contains(".."_L1) && isFile(own.path() + u'/' + header)))
        return {};
    return u"%1 may not include \"%2\": it is no header of a module, named from src/"_s.arg(module, header);
}

QString LayerCheck::libraryComplaint(const QString &module, const QString &header) const
{
    const auto *const known =
        std::find_if(std::begin(outsideHeaders), std::end(outsideHeaders),
                     [&](const OutsideHeader &outside) { return header.startsWith(outside.start); });
    if (known == std::end(outsideHeaders)) {
        const bool standard = !header.contains(u'.') && !header.contains(u'/') && header == header.toLower();
        return standard ? QString()
                        : u"%1 may not include <%2>: no line names the library it belongs to"_s.arg(module, header);
    }
    if (known->library.isEmpty() || m_modules[module].links.contains(known->library))
        return {};
    return u"%1 may not include <%2>: its line does not name %3"_s.arg(module, header, QString(known->library));
}

Findings LayerCheck::checkBuildFile(const QString &file) const
{
    Findings findings;
    const bool declaresModules = file == modulesFile;
    for (const CMakeCommand &command : readCMake(readText(m_root, file))) {
        const bool isDeclaration = declaresModules && command.name == "casemate_module"_L1;
        if (!isDeclaration && forbiddenCommands().contains(command.name)) {
            findings.append({file, command.line, u"%1() goes past the lines of %2"_s.arg(command.name, modulesFile)});
            continue;
        }
        const QString target = command.arguments.isEmpty() ? QString() : command.arguments.first().text;
        const QString module = declaresModules ? target.section(u'_', 1) : moduleOfFile(file);
        const bool links = command.name == "target_link_libraries"_L1;
        for (const CMakeArgument &argument : command.arguments.mid(1)) {
            const QString rule = links ? linkComplaint(module, argument.text) : argumentComplaint(command, argument);
            if (!rule.isEmpty())
                findings.append({file, argument.line, rule});
        }
    }
    return findings;
}

QString LayerCheck::linkComplaint(const QString &module, const QString &item) const
{
    if (item == "PRIVATE"_L1 || item == "PUBLIC"_L1 || item == "INTERFACE"_L1)
        return {};
    const ModuleLine line = m_modules.value(module);
    const bool isModule = item.startsWith("casemate::"_L1) || item.startsWith("casemate_"_L1);
    const QString name = isModule ? item.mid(item.startsWith("casemate::"_L1) ? 10 : 9) : item;
    if (isModule ? name == module || line.uses.contains(name) : line.links.contains(name))
        return {};
    return u"%1 may not link %2: its line does not name it"_s.arg(module, item);
}

QString LayerCheck::argumentComplaint(const CMakeCommand &command, const CMakeArgument &argument) const
{
    const bool setsLinks = command.name == "set_target_properties"_L1 || command.name == "set_property"_L1;
    if (setsLinks && (argument.text.contains("LINK_"_L1) || argument.text.contains("INCLUDE_DIRECTORIES"_L1)))
        return u"%1(%2) goes past the lines of %3"_s.arg(command.name, argument.text, modulesFile);
    const bool leavesFolder = argument.text.contains("../"_L1) || argument.text.contains("_SOURCE_DIR}/src/"_L1);
    const bool namesSource = argument.text.endsWith(".cpp"_L1) || argument.text.endsWith(".h"_L1);
    if (leavesFolder && namesSource)
        return u"%1 belongs to another folder; a source has one module"_s.arg(argument.text);
    return {};
}

bool LayerCheck::isFile(const QString &path) const
{
    return QFileInfo(m_root + u'/' + path).isFile();
}

} // namespace layers
