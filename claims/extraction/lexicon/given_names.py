"""Given names that tell whether a person is he or she, from many countries."""

from __future__ import annotations

from claims.domain.names import fold

_HE = """
    aarav aaron abbas abdallah abdel abdelaziz abdi abdoulaye abdul abdullah abebe abel
    abhishek abraham adam adebayo adeel adel adolfo adrian agustin ahmad ahmed ahmet aidan
    ajay akash akbar akira akshay alaa alain alan alastair albert alberto alec alejandro
    aleks aleksander aleksandr alessandro alessio alexander alexei alfie alfonso alfred
    alfredo ali alistair allan allen alvin amadou amar amin amir amit amos amrullah anand
    anatoly anders andre andreas andrei andrew andries andrzej andrés andy angelo angus anil
    ansel anthony antoine anton antoni antonio anurag arash archie ardalan ari arjun arman
    armand armando armin arnaud arne arno arnold arthur arturo arun arvind aryeh ashok
    ashraf asif atif atsushi augustin augusto aurelio austin avi avraham axel ayman ayub
    aziz babatunji bao baptiste barack barry bart bashar bastian ben benedict benjamin
    benjamín bernard bernd bernie bert bertrand beto bilal bill billy bismillah bjorn björn
    blaine blair boaz bob bobby bogdan boris brad bradley brandon branko brendan brent brett
    brian bruce bruno bryan bryce burak burhan burhanuddin byron caio caleb calum calvin
    cameron carl carlo carlos carlton carsten cecil cedric cesar chad chaim charles charlie
    charlton chester chidi chinedu chris christian christoph christophe christopher chuck
    ciaran ciro clarence claude claudio clayton clement clifford clint clinton clive clément
    cody colin colm connor conor conrad constantin corey cornelius cory cosmin craig
    cristian curtis cyril cyrus césar dag dale damian damien damon dan daniel danilo danny
    dante dario darius dariush dariusz darrell darren daryl dave david davide dean deepak
    denis dennis denzel derek dermot desmond devin devon dexter dhruv didier diego dieter
    dieudonné dimitri dinesh dirk dmitri dmitry domingo dominic dominique don donald donato
    donnie doron doug douglas drew duane duncan dustin dwayne dwight dylan earl ed eddie
    edgar edgardo edmond edmund eduard eduardo edward edwin efraim ehud einar eli elias
    elijah elio elliot elliott ellis elon emanuel emil emile emiliano emilio emir emmanuel
    emmerson emmett emre enda enrique enzo ephraim eric erich erik ernest ernesto ernst
    erwin esteban ethan etienne eugene evan evgeny ezra fabian fabien fabio fadi fahim
    faisal farhad farid farouk federico felipe felix ferdinand fergus fernand fernando fidel
    filippo finlay finn firas flavio florian floyd fouad francesco francis francisco franck
    francois frank franklin franz françois fred freddie frederic frederick friedrich fritz
    frédéric fumio gabriel gareth garry gary gaston gavin geert geoff geoffrey georg george
    georges georgios gerald gerard gerardo gerd gerhard german germán gerry giacomo gianni
    gideon gilbert gilberto giles gilles gino giorgio giovanni giulio giuseppe glen glenn
    goran gordon gottfried graeme graham grant greg gregg gregor gregory grigory guido
    guillaume guillermo gulshan gunther gurpreet gus gustavo guus guy günter haibatullah
    hakan hakim hamad hamdullah hamid hamish hamza hans hao harald hari harjit harold harry
    haruki harvey hasan hassan heath hector heinrich heinz helmut hendrik henning henri
    henrik henry herb herbert herman hernán hidayat hiroki hiroshi homer horacio horst
    hossein houari howard howie hristo hua hubert hubertus hugh hugo humberto huseyin
    hussein hüseyin ian ibrahim ignacio igor ihab ilan ilya imad imran ingo ioannis iqbal
    isaac isaiah ismael ismail issam istván ivan iwan jaap jack jackson jacob jacques jad
    jagmeet jair jairo jake jalal jamal james jamie jamil jan janusz jared jaroslav jason
    jasper javad javier jawad jay jayden jean-claude jean-luc jeb jeff jeffrey jens jeremiah
    jeremy jeremías jermaine jeroen jerome jerry jerzy jesper jesse jesús jibril jim jimmy
    jin joachim joakim joao joaquín jochem jochen jody joe joel joerg johan johann johannes
    john johnathan johnny jon jonah jonas jonathan joost jordan jordi jorge joris jose josef
    joseph josh joshua josiah josip josé juan jukka jules julian julien julio jun junaid
    jurgen justin jörg jürgen kai kais kamal kamran karan karim karl karsten kasper kazuo
    keir keith kelvin kemal ken kenji kenneth kenny kerem keven kevin khaled khalid khalil
    kian kiran kirk klaas klaus kofi konrad konstantin kostas krishna kristian krzysztof
    kumar kunal kurt kwame kwasi kyle lachlan laith lamar lamont lance larry lars laurent
    lawrence lazar leandro lee leif lennart leo leon leonard leonardo leroy lester lev levi
    lewis liam lincoln lindsey linus lionel lloyd logan lorenzo lorne lothar lou louis luc
    luca lucas luciano ludwig luigi luis luiz lukas luke lyndon lázaro maarten maciej magnus
    mahathir mahdi mahesh mahmoud majid malcolm malik mamadou manfred manish manoj manolo
    manuel marat marc marcel marcelo marco marcos marcus marek marian mariano mario mark
    markus marlon marshall martin marty marvin marwan masood masoud massimo mateo mathias
    mats matt matteo matteus matthew matthias matthieu matti mattia mattias maurice mauricio
    max maximilian maximo mehdi mehmet mel melvin melvyn menachem mert micah michael michel
    mick miguel mikael mike mikhail mikko milan miles milo milos miloš milton mircea
    miroslav mitch mitchell mitt mohamad mohamed mohammad mohammed mohan mohit mohsen moises
    moisés mordechai moritz morris mose moses moshe mostafa muhammad mukesh mullah murad
    murat musa mustafa nabil nadav nadeem nadir naoki narendra naser nasir nasser nathan
    nathanael nathaniel naveed naveen navid nawaf neal ned neil nelson neville newt niall
    nicholas nick nicolas nicolás niels nigel nihad nikhil nikolai nikolaus nikos nils nima
    nitin noah noam noel norbert norm norman nuno obinna octavio odd ola olaf olav ole oleg
    oleksandr oliver olivier olof olu omar omer omid orlando osama oscar oskar osman osvaldo
    otto oussama owen pablo padraig pankaj paolo parviz pascal pat patricio patrick paul
    paulo paulus pavel pedro pekka per percy perry pete peter petr petros phil philip
    philippe phillip phillipe pierre pieter piotr prakash pranav predrag pyotr qasim quentin
    quincy raed rafa rafael rafe raffaele raghu raheem rahul rainer raj rajesh rakesh ralph
    ram ramesh rami ramiro ramon ramzan rand randall randy ranjit raphael raphaël rashad
    rashid raul ravi ray raymond raymundo raúl recep reed reggie reginald reid reinaldo
    reinhard reinhold renato rene rené reuben rex reza rhys riaz ricardo riccardo rich
    richard rick ricky rifat rinaldo rob robbie robert roberto robin rocco rod roderick
    rodney rodolfo rodrigo roel roger rohan rohit roland rolf roman ron ronald ronaldo ronan
    ronnie rory roshan ross roy ruben rudolf rudy rui rupert russ russell rustam ryan saad
    sachin saeed said sajid salah saleem saleh salem salim salman salvador sam samad sameer
    sami samir samuel samy sandeep sandro sanjay sanjeev santiago santos sascha satish saul
    sayed saúl scott sean sebastian sebastián sefton selim sepp serge sergei sergey sergio
    serhiy seth severin shafiq shahid shahram shai shakil shane shankar shaun shawn sheldon
    sherman shimon shinji shinzo shiv shmuel shyam siddharth sidney siegfried simeon simon
    sina sirajuddin slobodan soren spencer srdjan stan stanislav stanley stavros stefan
    stefano steffen stelios sten stephen steve steven stewart stuart stéphane suleiman
    sultan sundar sunil suresh svein sven syed sébastien søren takashi takeshi tal tamas
    tamir tanner tarek tareq tariq taro taylor tayyip ted terence terje terrence terry thabo
    thanasis theo theodor theodore theodoros theophile thiago thierry thomas thorsten tiago
    tibor tim timo timothy timur titus tobias toby todd tom tomas tomasz tomislav tommy
    tomás tony tor tore torsten travis trent trevor tristan troy tufan tunde turki tyler
    tyrone ueli ulf ulrich umar umberto uri usman uwe vadim valentin valery vasily vasyl
    veli vern vernon victor vijay vikas vikram viktor vinay vince vincent vincenzo vinod
    virgil vitaly vivek vladimir vojtech volker volodymyr vyacheslav václav wade waleed
    walid wallace walter waqar warren wasim wayne wendell werner wesley wilbur wilfried
    wilhelm will willem william willie wilson winston wojciech wolfgang woodrow xavier xi
    yaakov yair yannick yannis yaroslav yasin yasser yaw yehuda yiannis yitzhak yoav yoel
    yosef youssef yukio yunus yuri yusuf yves zabihullah zabiullah zach zachary zack zafar
    zaid zain zaki zane zbigniew zdravko zeev zev zeynel ziad zoltan zoran émile étienne
"""
_SHE = """
    aaliyah abbie abby abigail ada adela adelaide adele adelina adriana agata agathe agnes
    agnieszka aida aileen aimee aino aisha aissatou alana alba alejandra aleksandra alena
    alessandra alethea alexa alexandra alexandria alexia aliaa alice alicia alina aline
    alison alisyn allison alma almudena alva alyssa amal amanda amandine amara amber amelia
    amelie ami amina amira amirah amrita amy amélie ana anais anastasia anastasiya anaïs
    andie andrea aneta angel angela angelica angelina angie anika aniko anisa anita anja
    anke ann anna annabel annalena annalise annamaria anne annegret anneke anneliese annetta
    annette annick annie annika ansa antje antoinette antonella antonia anya aoife april
    araceli ariana ariane arianna ariella arlene arundhati asha ashley asma asmaa astrid
    asunción athena audrey august aung aurelia aurora aurélie ava avril aya ayaan ayelet
    ayesha ayla aylin aziza bahar barbara bea beatrice beatriz becky belinda bella belle
    benazir bente berit bernadette bernardine bertha beryl beth bethany betsy bettina betty
    beverly beyoncé bhavna bianca birgit blanca bonnie bożena brandy branka bree brenda
    brianna bridget brie brigitte briony brittany bronwyn bärbel caitlin caitriona calista
    callie camila camilla camille candace candice caren carey carina carla carlotta carly
    carmen carol carole carolina caroline carolyn carrie cassandra cassie catalina catarina
    cate catharina catherine cathleen cathrin cathy cecile cecilia cecily celeste celia
    celina chana chandra chanel chantal chantelle charity charlene charlotte charmaine chaya
    chelsea chelsey cher cheryl chiamaka chiara chika chloe chrissy christa christel
    christelle christiane christina christine chrystia ciara cilla cindy claire clara clare
    clarice clarissa claudette claudia claudine clementine cleo clotilde colleen concetta
    condoleezza connie constance consuelo cora coral cordelia corinna corinne cornelia
    cosima courtney cristina crystal cynthia cécile céline daisy dalia damaris dana danae
    daniela daniella danielle danuta daphne daria darlene darya davina dawn dayana deanna
    deb debbie debora deborah debra deirdre delia delphine demi denise deniz desiree destiny
    devi diamond diana diane dianne dilara dilek dilma dina dolores dominika donna dora
    doris dorit dorota dorothea dorothy dorothée dorte dunja désirée ebba ebru edda edie
    edith edna effie eileen ekaterina elaina elaine elana eleanor eleanora elena eleni
    elfriede eliana elif elina elinor elisa elisabeth elise eliza elizabeth elke ella elle
    ellen ellie elodie eloise elsa elsie elvira emel emilia emilie emily emma emmanuelle
    emmy enid erica erika erin erna ernestine esma esme esmeralda esperanza estelle esther
    etta eugenia eugenie eunice eva evangeline eve evelina evelyn evelyne fabienne faith
    farah fareeda farida farzana fatima fatma fay felicia felicity fern fernanda filiz fiona
    flavia flora flore florence florinda fouzia frances francesca francine franziska
    françoise frauke frederica freya frida frieda funmi gabi gabriela gabrielle gaia gail
    galina garance gemma genevieve geneviève genoveva georgette georgia georgina geraldine
    gerda germaine gertrude ghada gia gila gilda gillian gina ginette ginger ginny giorgia
    giovanna gisela gisele giselle gita giulia gladys glenda gloria golda grace grazyna
    greta gretchen gretel gráinne guadalupe gudrun guinevere gulnara gwen gwendolyn gülsen
    hadley haifa haley halima hana hanan hanna hannah hanne hanneke hannelore harriet haruka
    hatice hazel heather heba hedwig heide heidi heidrun heike helen helena helene helga
    henrietta henriette hermine hessa hiba hilary hilda hildegard hillary hina hind hiroko
    holly hope hortense huda huma hélène ida idil ilana ilaria ileana ilka ilona ilse imelda
    imogen ina indira ines inga inge ingeborg inger ingrid inna inès ioana iolanda iona
    irena irene irina iris irma irmgard irène isabel isabella isabelle isadora isha isla
    ismene isolde itziar ivana ivanka ivanna ivy izabela jacinda jackie jaclyn jacqueline
    jada jadwiga jae jalila jamila jana jane janelle janet janette janice janine janka
    jasmin jasmine jaya jeanette jeanne jeannette jeannine jemima jen jenna jennie jennifer
    jenny jess jessica jetta jette jill jillian joan joann joanna joanne jocelyn jodie
    joelle johana johanna jolanda jolanta jordana josefa josefina josephina josephine josie
    jovana joy joya joyce joëlle juana juanita judi judith judy julia juliana julianna
    julianne julie juliet julieta juliette june justina justine jutta kaja kalpana kamala
    karen karima karin karina karla karolina karoline kasia kat katalin katarina katarzyna
    kate katerina katharina kathe katherine kathi kathleen kathrin kathryn kathy katie katja
    katrien katrin katrina katy kay kayla kaylee kayleigh keiko keira kelli kelly kellyanne
    kelsey kendra kerry kerstin kezia khadija khadijah khloe kiara kimberly kinga kinsey
    kirsten kirstie kirstin kirstjen kitty klara klaudia kristel kristen kristi kristin
    kristina kristine krystal krysten krystyna kyoko laila lana lara larissa latifa latisha
    latoya laura laure laurel lauren laurette lauri laurie lavinia layla lea leah leanne
    lecia leda leeann leigh leila lena lene lenka leona leonie leonor leonora leontine
    leopoldina lesley leticia letitia lexi lia liana lianne lidia lidija liesbeth lieselotte
    liesl lila lilia lilian liliana lilith lilli lillian lillie lily lilya lin lina linda
    lindsay linnea liora lisa lisbeth lise lisette lissa liv livia liz liza ljiljana lois
    lola lorelei lorena loretta lori lorraine lotte lottie louella louisa louise luana lucia
    luciana lucie lucienne lucila lucile lucille lucinda lucy ludivine ludmila luisa luise
    luna lupe luz lydia lyn lynda lyndsay lynn lynne lyudmila mabel mackenzie maddalena
    maddie madeleine madeline madhuri madison mae maeve magali magda magdalena maggie mahnaz
    maike maire mairead maja malala malgorzata malia malin mallory mami manal mandy manju
    manon manuela mara marceline marcella marcia mareike maren margaret margarete margarita
    margaux margit margo margot margret margrethe marguerite maria mariah mariam mariama
    mariana mariangela mariann marianne maribel maricela marie mariella marielle marietta
    marija marika marilena marilou marilyn marina marine marisa marisol marissa marit marita
    marites mariya marjan marjolein marjorie marla marleen marlene marlies marlo marsha
    martha martina martine martyna marwa mary maryam maryanne marzena matilda matilde maud
    maude maureen mavis maxine may maya mayra małgorzata mckenna meera meg megan meghan
    megyn mei meike melania melanie melina melinda melisa melissa melody meral merav
    mercedes mercy meredith meret meriem merle meryl mia michaela michaele michal michaëla
    michele micheline michelle michèle mika mila mildred milena milica millicent millie mimi
    mina mindy minna mira miranda mireille miriam mirjam misty miyuki moina moira mollie
    molly mona monica monika monique montserrat morag muna muriel myra myriam myrna myrtle
    nada nadezhda nadia nadine nadiya nadja nahid najat nana nancy nanette naomi narges
    nasrin nastya natacha natalia natalie natasha nathalie nathália naz nazanin neda neha
    nela nelida nell nella nelly nenita nerys nesrin neta neve ngozi nia niamh nicola nicole
    nicolette niki nikki nilda nilüfer nimra nina nirmala nisha nives noelle noemi nonna
    noor nora noreen norma nour noura noémie nuria nyla octavia octavie odette odile ofelia
    oksana olena olesya olga olive olivia olympia oona opal ophelia oriana orla orna ottilie
    padma padmini paige palina paloma pam pamela pansy paola parisa parvin pascale patience
    patrice patricia patrizia patsy patty paula pauleen paulette paulina pauline paz pearl
    peggy pelin penelope penny perla petra petronella phoebe phyllida phyllis pia pilar
    pippa polly poppy portia priscilla priti priya priyanka prudence qing queenie rabia
    rachael rachel rachida radhika raina raisa rajni ramona rana rania ranjana raquel
    rashida raya rebecca reem reese regina regine reina rekha remedios rena renata renate
    renee reneé renée reyna rhea rhiannon rhoda rhonda ria rika rima rita ritu riva rivka
    roberta robyn rocio rocío roisin romy rona ronalee ronja rosa rosalba rosalia rosalie
    rosalind rosaline rosalyn rosana rosanna rosario rose roseanne roselyn rosemary rosie
    rosina rosita rowena roxanne roya rubina ruby rukhsana rula ruth ruthie ruzena róisín
    sabah sabiha sabina sabine sabrina sade sadie safiya sahar saida sakura sally salma
    salome saloni samantha samar samira sanaa sandhya sandie sandra sandrine sanne saoirse
    saori sara sarah sarai sari sasha saskia sato saundra savannah scarlett selda selena
    selin selma semra seona serafina serena severine shabana shadi shaheen shakira shalini
    shamima shanaaz shanice shanna shannon shanti shari sharon shauna shawna sheela sheena
    sheila shelby shelley sherry sheryl shilpa shira shirin shirley shiva shona shreya
    shulamit sian sibel sibylle sidonie sienna sigal signe sigourney sigrid silke silvana
    silvia silvie simona simone simonetta sinead sinéad siobhan siobhán sissel sissy siti
    siân sofia solange soledad solveig sonali songül sonia sonja sonya sophia sophie soraya
    stacey stacie stacy stefania stefanie stella stephania stephanie stine stéphanie
    subhadra sue suellen sukanya sulema sultana sumaya sunita suraya surya susan susana
    susanna susanne suse susi suzan suzana suzanne suzie svenja svetlana swati sybil sylvia
    sylvie sylwia séverine tabea tabitha tahira tahmina taina talia tallulah tama tamar
    tamara tamika tammie tammy tania tanja tansu tanya tara tarja tasha taslima tatiana
    tatjana tatyana tegan teresa tereza teri terri tessa thandi thea thekla theodora theresa
    therese theresia thora thérèse tiffany tilda tilly tina tiziana tomoko toni tonya tova
    tracey traci tracie tracy tricia trine trinidad trinity trish trude trudy tulin tulsi
    twyla tülay ulla ulrica ulrike umm una ursula urszula urvashi uta ute vahida valentina
    valeria valerie valeriya valérie vanda vanessa vanja vasiliki veena velma venus vera
    verena veronica veronika veronique verónica vesna vibeke vicki vicky victoire victoria
    vida vidya vigdis viktoria vilma vinita viola violet violeta violette viorica virginia
    vivi vivian viviana viviane vlasta véronique wafa walburga waltraud wanda wangari
    wanjiru wendi wendy whitney wiebke wilhelmina wilhelmine willa willow wilma winifred
    winnie wioletta xenia xiang xiomara yael yasemin yasmin yasmina yasmine yaël yekaterina
    yelena yesenia yevgeniya yoko yolanda yoshiko yuka yuki yuko yulia yuliya yuriko yvette
    yvonne zaha zahra zainab zara zdenka zehra zelda zeynep zhanna zia zinaida zita ziva zoe
    zofia zola zoya zoë zsuzsanna zuleika zulema zuzana
"""
_EITHER = frozenset(
    """alex alexis andrea angel april ashley august avery casey chris dakota dana devon
    dominique drew gabriele hao hua jaime jamie jan jean jessie jin jocelyn jodi
    jody jordan jun june kerry kim kiran laurence lee leslie lin london lou marion
    maxime may michele min ming morgan nicola noel noor paris pat qing quinn reed
    riley robin sam sasha simone surya taylor terry wei xiang yu""".split()
)
HE = frozenset(map(fold, _HE.split())) - _EITHER
SHE = frozenset(map(fold, _SHE.split())) - _EITHER
