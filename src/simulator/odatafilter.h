// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// $filter as far as the service takes it: comparisons of the listed properties with literals, and, or, parentheses.
// Anything else is refused with a sentence, as the service does. Values; used in the tenant thread.

#include "result.h"
#include "stamp.h"

#include <QList>
#include <QString>

#include <limits>
#include <span>
#include <vector>

namespace simulator {

struct FilterProperty {
    enum class Kind { Word, Text, Time };

    QLatin1StringView name;
    Kind kind = Kind::Text;
    std::span<const QLatin1StringView> words {}; // of Kind::Word; an empty one stands for null
};

// What a row says for one property.
struct FilterValue {
    bool absent = false;
    qint64 number = 0; // a time, or the index of a word
    QStringView text {};
};

class ODataFilter {
public:
    [[nodiscard]] static Result<ODataFilter> parse(const QString &text, std::span<const FilterProperty> properties,
                                                   QLatin1StringView typeName);

    // read(property) gives the row's FilterValue for the index of a property.
    template<typename Read>
    [[nodiscard]] bool matches(Read read) const
    {
        return m_nodes.empty() || isTrue(m_root, read);
    }

    struct Window {
        Ticks first = std::numeric_limits<Ticks>::min();
        Ticks last = std::numeric_limits<Ticks>::max();
    };
    // Between which times, both included, the property of every match lies.
    [[nodiscard]] Window window(int property) const;

private:
    friend class ODataFilterParser;

    enum class Operator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, And, Or };

    struct Node {
        Operator op = Operator::Equal;
        int left = -1; // of And and Or
        int right = -1;
        int property = -1; // of a comparison
        FilterProperty::Kind kind = FilterProperty::Kind::Text;
        bool isNull = false;
        qint64 number = 0;
        QString text {};
    };

    [[nodiscard]] static bool compares(const Node &node, const FilterValue &value);

    void narrow(Window &window, int property, int index) const;

    template<typename Read>
    [[nodiscard]] bool isTrue(int index, Read &read) const
    {
        const Node &node = m_nodes[static_cast<std::size_t>(index)];
        switch (node.op) {
        case Operator::And: return isTrue(node.left, read) && isTrue(node.right, read);
        case Operator::Or: return isTrue(node.left, read) || isTrue(node.right, read);
        default: return compares(node, read(node.property));
        }
    }

    std::vector<Node> m_nodes;
    int m_root = 0;
};

} // namespace simulator
