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

  # Prawn::FontMetricCache#width_of looks up by a structure of three, one of them a hash. It is asked half a million times.
  module Widths
    def width_of(string, options)
      return super unless options.size == 1 && options[:kerning] && @document.character_spacing.zero?

      font = @document.instance_variable_get(:@font) || @document.font
      ready = string.encoding == ::Encoding::UTF_8 && Prawn::Fonts::TTF === font
      text = ready ? string : font.normalize_encoding(string)
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

  # Prawn::Text::Formatted::LineWrap takes all the rest of a text apart for each of its lines, and again when it is drawn.
  module Tokens
    def tokenize(fragment)
      (KEPT[fragment.encoding] ||= {})[fragment] ||= super
    end

    KEPT = {}
    private_constant :KEPT
  end

  # Prawn::Text::Formatted::LineWrap looks back at each fragment by two patterns; hardly one is ever asked for.
  module LookingBack
    def remember_this_fragment_for_backward_looking_ops
      @not_looked_at = @fragment_output.dup
    end

    def pull_preceding_fragment_to_join_this_one?(current)
      if @not_looked_at && (output = @fragment_output).empty?
        @fragment_output = @not_looked_at
        look_back
        @fragment_output = output
        @not_looked_at = nil
      end
      super
    end
  end

  # Asciidoctor::PDF::FormattedText::MarkupParser reads letter by letter, and again for each time that a text is laid out.
  module Markup
    PLAIN_ENDS = /[<&]/

    def parse(text, *)
      (@kept_trees ||= {})[text] ||= super
    end

    def _nt_cdata
      first = index
      last = (input.index PLAIN_ENDS, first) || input.length
      return super if last == first || (node_cache[:cdata].key? first)

      @index = last
      node_cache[:cdata][first] = (instantiate_node Treetop::Runtime::SyntaxNode, input, first...last)
        .extend(Asciidoctor::PDF::FormattedText::Markup::Cdata0)
    end
  end
end

Prawn::Font.prepend ParleyBook::FontHash
Prawn::FontMetricCache.prepend ParleyBook::Widths
Prawn::Fonts::TTF.prepend ParleyBook::Kerning
TTFunk::Subset::CodePage.prepend ParleyBook::CodePages
Prawn::Text::Formatted::LineWrap.class_eval { alias_method :look_back, :remember_this_fragment_for_backward_looking_ops }
Prawn::Text::Formatted::LineWrap.prepend ParleyBook::Patterns, ParleyBook::Tokens, ParleyBook::LookingBack
Asciidoctor::PDF::FormattedText::MarkupParser.prepend ParleyBook::Markup

# PDF::Core.real formats by a pattern and strips zeros by a second; rounding gives the same text. PDF::Core.pdf_object strips again.
# Few numbers differ: colours, sizes, kerning. Zero has two signs that are one key, so it is not kept.
module PDF
  module Core
    REALS = {}
    NUMBERS = {}

    class << self
      alias formatted_real real
      alias formatted_object pdf_object

      def real(num)
        return rounded_real(num) if num.zero?

        REALS[num] ||= rounded_real(num)
      end

      def pdf_object(obj, in_content_stream = false)
        return formatted_object(obj, in_content_stream) unless Numeric === obj && !obj.zero?

        NUMBERS[obj] ||= formatted_object(obj, in_content_stream)
      end

      private

      def rounded_real(num)
        text = num.to_f.round(5).to_s
        text.include?('e') ? formatted_real(num) : text
      end
    end
  end
end
