# The converter to PDF measures each word several times: for a table's column, for its row, then on the sheet. Most of its time goes
# into things that it makes anew for every word, although they depend on nothing but their arguments. They are kept here instead;
# the book's bytes stay what they were. Each part names the method that it stands before.
require 'asciidoctor-pdf'

module ParleyBook
  # Prawn::Font#hash is asked for every word.
  module FontHash
    def hash
      (@kept_hashes ||= {})[size] ||= super
    end
  end

  # Prawn::FontMetricCache#width_of looks up by a structure of three, one of them a hash.
  module Widths
    def width_of(string, options)
      return super unless options.size == 1 && options[:kerning] && @document.character_spacing.zero?

      font = @document.font
      text = font.normalize_encoding(string)
      ((@kept_widths ||= {})[font.hash] ||= {})[text] ||= font.compute_width_of(text, options)
    end
  end

  # Prawn::Fonts::TTF#kern makes an array for each letter.
  module Kerning
    def kern(string)
      (@kept_kerning ||= {})[string] ||= super
    end
  end

  # TTFunk::Subset::CodePage#from_unicode raises for each letter that the page lacks.
  module CodePages
    def from_unicode(character)
      kept = (@kept_codes ||= {})
      kept.fetch(character) { kept[character] = super }
    end
  end

  # Prawn::Text::Formatted::LineWrap composes its patterns from the same letters for each fragment.
  module Patterns
    KEPT = %i[scan_pattern word_division_scan_pattern soft_hyphen zero_width_space break_chars].to_h { |name| [name, {}] }

    KEPT.each do |name, kept|
      define_method(name) { |encoding = ::Encoding::UTF_8| kept[encoding] ||= super(encoding) }
      private name
    end
  end
end

Prawn::Font.prepend ParleyBook::FontHash
Prawn::FontMetricCache.prepend ParleyBook::Widths
Prawn::Fonts::TTF.prepend ParleyBook::Kerning
TTFunk::Subset::CodePage.prepend ParleyBook::CodePages
Prawn::Text::Formatted::LineWrap.prepend ParleyBook::Patterns

# PDF::Core.real formats by a pattern and strips zeros by a second; rounding gives the same text.
module PDF
  module Core
    class << self
      alias formatted_real real

      def real(num)
        text = num.to_f.round(5).to_s
        text.include?('e') ? formatted_real(num) : text
      end
    end
  end
end
