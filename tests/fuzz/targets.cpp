// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include "fuzz/filetargets.h"
#include "fuzz/texttargets.h"
#include "fuzz/wiretargets.h"

namespace fuzz {

const QList<NamedTarget> &targets()
{
    static const QList<NamedTarget> all = {
        {"incident", incidents},      {"alert", alerts},           {"page", pages},        {"address", addresses},
        {"tokenanswer", tokenAnswers}, {"idtoken", idTokens},      {"retryafter", retryHeaders},
        {"hunting", huntingAnswers},  {"date", dates},             {"filter", filters},    {"display", displayTexts},
        {"challenge", challengeHeaders}, {"importfile", importFiles},  {"casefile", caseFiles},
    };
    return all;
}

Target targetNamed(QByteArrayView name)
{
    for (const NamedTarget &one : targets()) {
        if (name == one.name)
            return one.target;
    }
    return nullptr;
}

} // namespace fuzz
