/// The words of session names, in alphabetical order: 1,024, so that two words give 20 bits.
///
/// They are plain, short, and kind, and never medical or frightening. No letter removed, added,
/// changed, or swapped with its neighbor turns one into another. Their indices are part of the format:
/// a word is never added, removed, or moved.
let sessionNameWords: [String] = """
  acorn acre active actor agenda agile airy album alcove alder almanac almond alpine anchor
  answer anthem apple apricot apron arbor arcade arch archway aroma artful article artist aspen
  atlas attic aurora author autumn avenue avocado aware azure badger bagel bagpipe baker balcony
  ballad ballet balloon balmy bamboo banana banjo bank banner barley barn barrel basil basket
  bassoon baton beacon beanbag bell beloved bench bicycle binder birch biscuit bison blanket
  blithe blossom bluebird bluff boat bobbin bobcat bonfire bonnet bonus boots bottle boulder
  bouquet bramble branch brave bread breezy bridge bright brisk bronze brook brush bubble bucket
  budget buffalo bugle bunny buoyant busy butter button cabbage cabin cactus calm camel camera
  camper canal canary candid candle canoe canopy canvas canyon cape captain caramel caravan
  cardinal cargo caribou caring carpet carrot cartoon cascade cashew castle casual catalog cedar
  celery cello ceramic chalk chapter charm cheerful cheetah chef cherry chess chimney chives
  chorus chowder chuckle cider cinema cinnamon circle citrus city civic classic clear cliff
  climate climber clock cloud clover coast coastal coaster cobalt cobbler cocoa coconut collage
  collar color comet comic compass compost concert cookie copper coral cordial cork corner
  costume cottage cotton country couple courage cozy cracker crayon creek cricket crimson crisp
  crochet crown cruise crystal culture cup cupboard cupcake curious currant curtain cushion
  custard custom cyclist cymbal daffodil dahlia daisy dancer dapper decade decent declare delight
  delta denim design diagram diamond diary digit dill dinner diploma dish dolphin domino donkey
  door doorway dove dozen drama drawer dreamy drizzle drum drummer dumpling dune dusk eager eagle
  earnest earth easel east echo eclipse editor eggplant elegant element elephant elk ember emblem
  emerald engine envelope equal essay evening event exhibit explore express fabric factory falcon
  family famous fancy fanfare farm farmer favor fawn fennel fern ferret festive fiction fiddle
  field fig film finch firefly firewood fisher fjord flamingo flannel flax fleece flight floral
  fluent fluffy flute foal folder folklore forest fortune forum fossil fountain frame frank
  freckle freedom freesia fresh friend friendly frost fuchsia future gadget galaxy gallant
  gallery gallop garden gardener garland garlic gate gather gazebo gazelle gecko generous gentle
  genuine geranium gesture geyser gibbon gifted giggle ginger gingham giraffe giving glacier
  glade glass glen glimmer glisten globe glossy glow golden gondola grammar grand granite granola
  grape gravel grocer grotto grove guide guitar gulf habitat hamlet hammock hamster handy happy
  harmony harp harvest hat haven hayloft hazel hazelnut hearty heather hedgehog helmet helpful
  heron hiker hinge hobby holiday honest honey hopeful horizon hotel humble hyacinth iceberg idea
  igloo impala indigo ink inkwell inlet inspire instant invite iris island isle ivory ivy jacket
  jade jasmine jay jetty jewel jeweler jigsaw jingle joke jolly journey jovial joyful joyous
  jubilee jug juggler jumper juniper kangaroo kayak keeper kestrel kettle keynote kimono kind
  kindly kite kitten kiwi knitter knoll knot koala label ladder ladybug lagoon lake lamp lantern
  laptop lark laurel lavender leaflet leafy learned ledge lemming lesson letter lettuce level
  library likable lilac lineage linen lively llama local locket loft logic lotus lounge lucky
  luggage lullaby lunar lunch lush lynx machine magenta magnet magnolia magpie mailbox mammal
  manatee mandala mandolin mango mansion mantle maple marble marigold market marmot maroon marsh
  mascot mauve meadow meander measure medal meerkat melody melon memory mention menu merry mesa
  message meteor method metro mighty mild mileage miller mindful minnow mint mirror modern modest
  moment monsoon moon moose morning mosaic moss motif motto movie muffin mural museum musical
  napkin narwhal nation natural nature nectar network nickel nimble noble noodle notebook novel
  nugget number nutmeg oak oasis oatcake oatmeal ocean odyssey olive onion opal opera opinion
  option orange orbit orchard orchid oregano origami origin oriole ornament osprey ostrich otter
  outlook oven owl oyster pageant paint painter pajamas palace palette pancake panda pansy papaya
  paper parable parade parasol parcel parlor parsley parsnip passage pasta pasture path pattern
  pavilion peaceful peach peacock peanut pearl pebble pecan pelican pencil pendant penguin peony
  people perfume petal petunia phrase pianist piano pickle picnic picture pier piglet pilot pine
  pioneer pitcher pixel plain planet planner plate plateau platypus player plaza plum plumber
  poem poetry polite polka pond popcorn poplar porch porter possum postcard potato pottery
  prairie pretzel primrose prism promise prompt proper proverb pudding puddle pumpkin puppet
  puppy purple purse puzzle pyramid quail quaint quarry quarter quartz quest quick quiet quill
  quince rabbit raccoon radiant radio radish raft railway rainbow rainfall raisin ranger rapid
  ravine reader ready recipe reef regal reindeer rhubarb rhythm ripple river robin rooftop
  rooster rosemary rowan rowboat ruby rustic saddle saffron sage sail sailor salad salmon sandal
  sandbar sandwich sapling satchel satin saucer savanna savory scarf scenery scholar school
  science scooter scout scroll seahorse season seesaw sequel serene sesame shade shallot shawl
  sheep shelf shelter shimmer shiny shoelace shore shuttle siesta signal silk silver simple
  sincere skate sketch sky skylark skyline slipper slogan sloth smart smile smiling smooth
  snippet snow snowdrop snowfall snug soap social sofa solar solid sonata song sorbet spark
  sparrow species speedy sphere spinach spindle spinner spiral sponge spoon sporty spring sprout
  spruce spry square squash squirrel stable stamp stanza star starfish starling stately station
  statue steady stencil stitch stone stool stork stream street student sturdy subtle subway sugar
  summer summit sunbeam sundial sundown sunlight sunrise sunset super supple surfer swan sweater
  sweet swift swing symbol tadpole talent tandem teacher teacup teal teapot tempo tender tennis
  tent terrace terrier texture theater theory thicket thimble thistle thread thrifty thyme tidy
  tiger timber tinsel tiptoe title toffee token tomato topaz topic tortoise toucan tower toy
  tractor trail tray treasure treetop trellis tribute tricycle trinket trombone trout truffle
  trumpet trusty tuba tugboat tulip tundra tunic turnip turtle tutor tweed twine twinkle typist
  ukulele umbrella uncle unicorn uniform unity upbeat upland upright useful valiant valley valor
  value vanilla vase velvet venture veranda verbena verse vessel victory village vineyard vintage
  violet violin vision vista vivid volume voyage waffle wagon walkway walnut walrus waltz wander
  warbler wardrobe warmth watch weaver weekend welcome western wetland whale wharf wheat wheel
  whisker wicker willing willow windmill window windy winsome winter wisdom wise witty wombat
  wooden woodland wool woolly world worthy wreath wren writer yacht yarrow yellow yogurt yonder
  young zebra zigzag zinnia zipper zucchini
  """
  .split { $0 == " " || $0 == "\n" }.map { String($0) }
