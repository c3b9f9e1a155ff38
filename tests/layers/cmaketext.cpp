// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/cmaketext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace layers {

QList<CMakeCommand> readCMake(const QString &text)
{
    static const QRegularExpression token(u"#[^\\n]*|\\n|\"((?:[^\"\\\\]|\\\\.)*)\"|[()]|[^\\s()#\"]+"_s);
    QList<CMakeCommand> commands;
    QString lastWord;
    int line = 1;
    int depth = 0;
    QRegularExpressionMatchIterator tokens = token.globalMatch(text);
    while (tokens.hasNext()) {
        const QRegularExpressionMatch match = tokens.next();
        const QString word = match.captured();
        if (word == "("_L1) {
            if (depth++ == 0)
                commands.append({lastWord.toLower(), line, {}});
        } else if (word == ")"_L1) {
            depth = qMax(0, depth - 1);
        } else if (word != "\n"_L1 && !word.startsWith(u'#')) {
            lastWord = word.startsWith(u'"') ? match.captured(1) : word;
            if (depth > 0)
                commands.last().arguments.append({lastWord, line});
        }
        line += int(word.count(u'\n'));
    }
    return commands;
}

} // namespace layers
