#include "hub/native/initiatives_json.h"

#include <nlohmann/json.hpp>

namespace hubglass::hub {

std::string initiatives_json(const Hub& hub) {
  using json = nlohmann::ordered_json;
  json list = json::array();
  for (const Initiative& initiative : hub.initiatives) {
    json fields = json::object();
    for (const Field& field : initiative.fields) {
      // A label that stands twice in a section adds to its field: no word is lost.
      std::string text =
          fields.contains(field.key) ? fields[field.key].get<std::string>() + "\n" + field.text : field.text;
      fields[field.key] = std::move(text);
    }
    json links = json::array();
    for (const LinkRecord& link : initiative.links) links.push_back(json{{"text", link.text}, {"href", link.href}});
    list.push_back(
        json{{"id", initiative.id},
             {"name", initiative.name},
             {"cluster", initiative.cluster < hub.clusters.size() ? hub.clusters[initiative.cluster].id : ""},
             {"route", initiative.route},
             {"summary", initiative.summary},
             {"fields", std::move(fields)},
             {"links", std::move(links)}});
  }
  return json{{"initiatives", std::move(list)}}.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace hubglass::hub
