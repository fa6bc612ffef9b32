# All gems lie on the class path. While one is unresolved, RubyGems asks each of them for every file that is required, in a jar;
# resolved before, the load path is enough, and a start takes a third less.
gem 'asciidoctor-revealjs'
Gem.finish_resolve
Gem.discover_gems_on_require = false
