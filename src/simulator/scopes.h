// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a `scope` parameter asks for. One request may name permissions of one resource only, besides the OpenID ones. Pure.

#include "simulator/entraerror.h"

#include <variant>

namespace simulator {

struct Scopes {
    QString audience; // of the access token, e.g. "https://graph.microsoft.com"
    QString resource; // as asked for; empty: by the short names of Graph
    QStringList permissions; // short names, as in `scp`
    bool openId = false; // wants an id_token
    bool offline = false; // wants a refresh token
    bool byDefault = false; // "/.default": whatever was consented to

    [[nodiscard]] QString answerText() const; // the `scope` of a token answer
};

// `base` is our own address, which stands for Graph as well. `absent`: permissions that this Graph does not have.
[[nodiscard]] std::variant<Scopes, EntraError> readScopes(const QString &text, const QString &base,
                                                              const QStringList &absent = {});
[[nodiscard]] const QStringList &delegatedPermissions(); // of Graph, that people can consent to here

} // namespace simulator
